import { createManagedLogin } from '../../../local/managed-login/service.ts'
import { createOutbox, type Outbox } from '../../../local/outbox/outbox.ts'
import type { Fetch } from '../../../local/core/ports/fetch.ts'
import type { InvokeFunction } from '../../../local/core/ports/invoke-function.ts'
import type { ProviderEndpoints } from '../../../local/core/ports/provider-endpoints.ts'
import type { IdentityProviderConfig, UserPoolConfig } from '../../../local/user-pools/config.ts'
import type { OperationContext } from '../../../local/user-pools/context.ts'
import { createUserPools, type UserPoolsOptions } from '../../../local/user-pools/service.ts'
import { createTestRuntime, type TestRuntime } from '../core/test-runtime.ts'
import { listen } from '../node/listen.ts'
import { appClient, emailPool } from '../user-pools/user-pool-config.ts'

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

/** What managed login is started with, where it is not what most tests need. */
export interface Surroundings {
  runtime: TestRuntime
  /** To identity providers. */
  fetch: Fetch
  endpoints: (provider: IdentityProviderConfig) => ProviderEndpoints | undefined
  invoke: InvokeFunction
  /** Whose signatures count. */
  resolveCredentials: NonNullable<UserPoolsOptions['resolveCredentials']>
  /** 2 knows `prompt`. */
  managedLoginVersion: 1 | 2
}

/** Managed login of a pool that no template describes, and the pool's API, over a socket. */
export async function startManagedLogin(
  overrides: Partial<UserPoolConfig> = {},
  surroundings: Partial<Surroundings> = {},
): Promise<RunningManagedLogin> {
  const { runtime = createTestRuntime(), managedLoginVersion = 1 } = surroundings
  const { invoke, resolveCredentials } = surroundings
  const pool = emailPool({ clients: [redirectedClient], ...overrides })
  const outbox = createOutbox(runtime)
  const userPools = createUserPools({
    pools: () => [pool],
    runtime,
    deliver: (message) => outbox.deliver(message),
    domainUrl: () => url,
    ...(invoke && { invoke }),
    ...(resolveCredentials && { resolveCredentials }),
  })
  const managedLogin = createManagedLogin({
    userPools: userPools.context,
    domains: () => [{ userPoolId: pool.id, managedLoginVersion }],
    brandings: () => pool.clients.map(({ id }) => ({ clientId: id })),
    domainUrl: () => url,
    fetch: surroundings.fetch ?? nobodyAnswers,
    providerEndpoints: surroundings.endpoints ?? (() => undefined),
  })
  const { url, close } = await listen((request) => {
    const { pathname } = new URL(request.url)
    const isOfApi = pathname === '/' || pathname.startsWith(`/${pool.id}/`)
    return isOfApi ? userPools.fetch(request) : managedLogin.fetch(request)
  })
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: redirectedClient.id,
    redirect_uri: 'https://app.example/callback',
  })
  const loginUrl = new URL(`${url}/login?${query.toString()}`)
  return { url, pool, outbox, runtime, userPools: userPools.context, loginUrl, close }
}

function nobodyAnswers({ url }: Request): Promise<Response> {
  return Promise.reject(new Error(`Nobody answers at ${url}`))
}
