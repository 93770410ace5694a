import { createManagedLogin } from '../../local/managed-login/service.ts'
import { createOutbox, type Outbox } from '../../local/outbox/outbox.ts'
import type { Fetch } from '../../local/core/fetch.ts'
import type { InvokeFunction } from '../../local/core/invoke-function.ts'
import type { ProviderEndpoints } from '../../local/core/provider-endpoints.ts'
import type { IdentityProviderConfig, UserPoolConfig } from '../../local/user-pools/config.ts'
import type { OperationContext } from '../../local/user-pools/context.ts'
import { createUserPools } from '../../local/user-pools/service.ts'
import { createTestRuntime, type TestRuntime } from './test-runtime.ts'
import { listen } from './listen.ts'
import { appClient, emailPool } from './user-pool-config.ts'

export interface RunningManagedLogin {
  url: string
  pool: UserPoolConfig
  outbox: Outbox
  runtime: TestRuntime
  /** Of the user pool, for what only an administrator could do to it. */
  userPools: OperationContext
  /** The sign-in page of the pool's client. */
  loginUrl: URL
  close: () => Promise<void>
}

/** A client that may be redirected to `https://app.example/callback`. */
export const redirectedClient = appClient({
  allowedOAuthFlowsUserPoolClient: true,
  allowedOAuthFlows: ['code'],
  allowedOAuthScopes: ['openid'],
  callbackUrls: ['https://app.example/callback'],
})

/** What managed login reaches of identity providers. */
export interface Outside {
  fetch: Fetch
  endpoints: (provider: IdentityProviderConfig) => ProviderEndpoints | undefined
  invoke?: InvokeFunction
}

const nobody: Outside = {
  fetch: ({ url }) => Promise.reject(new Error(`Nobody answers at ${url}`)),
  endpoints: () => undefined,
}

/** Managed login of a pool that no template describes, over a socket. */
export async function startManagedLogin(
  overrides: Partial<UserPoolConfig> = {},
  outside: Outside = nobody,
): Promise<RunningManagedLogin> {
  const pool = emailPool({ clients: [redirectedClient], ...overrides })
  const runtime = createTestRuntime()
  const outbox = createOutbox(runtime)
  const { context: userPools } = createUserPools({
    pools: () => [pool],
    runtime,
    deliver: (message) => outbox.deliver(message),
    ...(outside.invoke && { invoke: outside.invoke }),
  })
  const managedLogin = createManagedLogin({
    userPools,
    domains: () => [{ userPoolId: pool.id, managedLoginVersion: 1 }],
    brandings: () => [],
    domainUrl: () => url,
    fetch: outside.fetch,
    providerEndpoints: outside.endpoints,
  })
  const { url, close } = await listen((request) => managedLogin.fetch(request))
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: redirectedClient.id,
    redirect_uri: 'https://app.example/callback',
  })
  const loginUrl = new URL(`${url}/login?${query.toString()}`)
  return { url, pool, outbox, runtime, userPools, loginUrl, close }
}
