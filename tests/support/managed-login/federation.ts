import * as client from 'openid-client'
import { test as base } from 'vitest'
import type { IdentityProviderType, UserPoolConfig } from '../../../local/user-pools/config.ts'
import type { UserRecord } from '../../../local/user-pools/model.ts'
import { createFakeProvider, type FakeProvider } from './fake-provider.ts'
import { createPageVisitor, type PageVisitor } from './page-visitor.ts'
import {
  redirectedClient,
  startManagedLogin,
  type RunningManagedLogin,
  type Surroundings,
} from './start-managed-login.ts'
import { createTestRuntime } from '../core/test-runtime.ts'

interface FederationOptions {
  pool?: Partial<UserPoolConfig>
  surroundings?: Partial<Surroundings>
  /** Whether the provider answers the discovery of its own only. */
  isDiscovered?: boolean
}

/** A user pool whose people sign in at a provider, seen by an app that uses `openid-client`. */
export interface Federation extends RunningManagedLogin {
  provider: FakeProvider
  visitor: PageVisitor
  /** The app's client, which has discovered the pool. */
  discover: () => Promise<client.Configuration>
  /** The address that the app sends the browser to. */
  authorizeUrl: (parameters?: Readonly<Record<string, string>>) => URL
  /** Where the browser is sent to from there. */
  start: (parameters?: Readonly<Record<string, string>>, visitor?: PageVisitor) => Promise<URL>
  /** Where the provider's answer leads a browser to. */
  finish: (answer: URL, visitor?: PageVisitor) => Promise<URL>
  /** The browser loses its session at the domain. */
  forgetSession: () => void
  /** All of it: where the app is called back. */
  signIn: (parameters?: Readonly<Record<string, string>>) => Promise<URL>
}

export const appCallback = 'https://app.example/callback'

const apiScope = 'aws.cognito.signin.user.admin'

async function startFederation(
  type: IdentityProviderType,
  { pool, surroundings, isDiscovered = false }: FederationOptions = {},
): Promise<Federation> {
  const runtime = createTestRuntime()
  const provider = await createFakeProvider(runtime.clock, type)
  const app = {
    ...redirectedClient,
    allowedOAuthScopes: ['openid', 'email', 'profile', apiScope],
    supportedIdentityProviders: ['COGNITO', provider.config.name],
  }
  const running = await startManagedLogin(
    { clients: [app], identityProviders: [provider.config], ...pool },
    {
      runtime,
      fetch: provider.fetch,
      endpoints: () => (isDiscovered ? undefined : provider.endpoints),
      ...surroundings,
    },
  )
  running.pool.issuer = `${running.url}/${running.pool.id}`
  const own = createPageVisitor()

  const authorizeUrl: Federation['authorizeUrl'] = (parameters) => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: app.id,
      redirect_uri: appCallback,
      scope: `openid email profile ${apiScope}`,
      state: 'of-the-app',
      identity_provider: provider.config.name,
      ...parameters,
    })
    return new URL(`${running.url}/oauth2/authorize?${query.toString()}`)
  }
  const start: Federation['start'] = (parameters, visitor = own) =>
    visitor.leave(visitor.open(authorizeUrl(parameters)))
  const finish: Federation['finish'] = (answer, visitor = own) =>
    visitor.leave(visitor.open(answer))
  return {
    ...running,
    provider,
    visitor: own,
    discover: () =>
      client.discovery(
        new URL(running.pool.issuer),
        app.id,
        undefined,
        client.None(),
        // oxlint-disable-next-line typescript/no-deprecated -- marked to stand out: http, on loopback
        { execute: [client.allowInsecureRequests] },
      ),
    forgetSession: () => own.cookies.set('cognito', ''),
    authorizeUrl,
    start,
    finish,
    signIn: async (parameters) => finish(provider.agree(await start(parameters))),
  }
}

interface Fixtures {
  /** Closed when the test is over. */
  federate: (type: IdentityProviderType, options?: FederationOptions) => Promise<Federation>
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  federate: async ({}, use) => {
    const started: Federation[] = []
    await use(async (type, options) => {
      const federation = await startFederation(type, options)
      started.push(federation)
      return federation
    })
    for (const each of started) await each.close()
  },
})

/** A native user of the pool, linked to whom Google knows as `1026`. */
export function linkNative(
  { userPools, pool }: Federation,
  changes: Partial<UserRecord> = {},
): UserRecord {
  return userPools.users.add(pool, {
    poolId: pool.id,
    username: 'native',
    sub: 'native',
    attributes: { email: 'ada@example.com', email_verified: 'true', name: 'Native' },
    aliases: ['email'],
    status: 'CONFIRMED',
    enabled: true,
    identities: [
      {
        providerName: 'Google',
        providerType: 'Google',
        userId: '1026',
        issuer: null,
        primary: false,
        createdAtMs: 1,
      },
    ],
    createdAtMs: 1,
    updatedAtMs: 1,
    ...changes,
  })
}
