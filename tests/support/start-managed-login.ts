import { createManagedLogin } from '../../local/managed-login/service.ts'
import { createOutbox, type Outbox } from '../../local/outbox/outbox.ts'
import type { UserPoolConfig } from '../../local/user-pools/config.ts'
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

/** Managed login of a pool that no template describes, over a socket. */
export async function startManagedLogin(
  overrides: Partial<UserPoolConfig> = {},
): Promise<RunningManagedLogin> {
  const pool = emailPool({ clients: [redirectedClient], ...overrides })
  const runtime = createTestRuntime()
  const outbox = createOutbox(runtime)
  const { context: userPools } = createUserPools({
    pools: () => [pool],
    runtime,
    deliver: (message) => outbox.deliver(message),
  })
  const managedLogin = createManagedLogin({
    userPools,
    domains: () => [{ userPoolId: pool.id, managedLoginVersion: 1 }],
    brandings: () => [],
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
