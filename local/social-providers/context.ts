import type { AuthorizationCodes } from '../authorization-server/authorization-codes.ts'
import type { BrowserSessions } from '../authorization-server/browser-sessions.ts'
import type { InstallationSigningKey } from '../core/installation-signing-key.ts'
import type { ProviderEndpoints } from '../core/provider-endpoints.ts'
import type { Runtime } from '../core/runtime.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { Accounts } from './accounts.ts'
import type { Consents } from './consents.ts'
import type { Grant } from './grant.ts'
import type { Provider } from './provider.ts'
import type { Client, Registrations } from './registration.ts'

/** Who is signed in at a provider, and since when. */
export interface ProviderSession {
  subject: string
  authTimeMs: number
}

/** What an endpoint of one provider works with: nothing of any request. */
export interface ProviderContext extends Pick<Runtime, 'clock' | 'crypto' | 'log' | 'random'> {
  provider: Provider
  endpoints: ProviderEndpoints
  /** The one app that is registered. */
  client: Client
  registrations: Registrations
  accounts: Accounts
  consents: Consents
  sessions: BrowserSessions<ProviderSession>
  authorizationCodes: AuthorizationCodes<Grant>
  accessTokens: AccessTokens
  signingKey: InstallationSigningKey
  /** Where a sign-in may end in the browser. */
  callbackUrls: () => readonly string[]
}
