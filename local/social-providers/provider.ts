import type { AuthorizationCodes } from '../authorization-server/authorization-codes.ts'
import type { BrowserSessions } from '../authorization-server/browser-sessions.ts'
import type { OAuthError } from '../authorization-server/errors.ts'
import type { Parameters } from '../authorization-server/parameters.ts'
import type { InstallationSigningKey } from '../core/crypto/installation-signing-key.ts'
import type { ProviderEndpoints } from '../core/ports/provider-endpoints.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { Accounts } from './people/accounts.ts'
import type { Consents } from './people/consents.ts'
import type { Grant } from './grant.ts'
import type { Client, Registrations, Slug } from './registration.ts'

/** What a consent is about, one by one. */
export type Shared = 'name' | 'email' | 'picture' | 'postalCode'

/** What one provider does its own way. The rest is the same for all. */
export interface Provider {
  slug: Slug
  /** By scope that it knows, what is shared with who asks for it. */
  scopes: Readonly<Record<string, readonly Shared[]>>
  /** Where a request names none; left out, it has to. */
  defaultScope?: string
  /** What goes to the app beside the first code that is ever made for it and this person. */
  firstAnswer?: (ctx: ProviderContext, grant: Grant) => Readonly<Record<string, string>>
  /** An address that stands for the person's own. */
  relayEmail?: (ctx: ProviderContext, subject: string) => Promise<string>
  /** Between the scopes of a request; one space, where it is left out. */
  scopeSeparator?: RegExp
  /** Whether it is an OpenID provider: with a discovery document, keys and ID tokens. */
  openId?: OpenIdTraits
  /** Whether it says of an address that it is verified, or not. */
  saysVerified?: boolean
  /** What its page asks beside who one is: whether to share an address, or to have it relayed. */
  asks?: 'share-email' | 'hide-email'
  /** Name and address come by `form_post` only (Apple). */
  needsFormPost?: boolean
  /** What the token endpoint takes a request for that names no `grant_type`. */
  defaultGrantType?: string
  tokenMethods: readonly ('GET' | 'POST')[]
  /** Whom the token endpoint talks to. @throws OAuthError invalid_request, invalid_client */
  checkClient: (ctx: ProviderContext, request: Request, form: Parameters) => Promise<void>
  accessTokenPrefix: string
  /** `token_type` of its answer: some write it in lower case. */
  tokenType: string
  accessTokenSeconds: number
  /** The token endpoint's answer has the scopes in it. */
  namesScope?: boolean
  /** How the token endpoint refuses. */
  refuseToken: (error: OAuthError) => Response
  /** Left out, there is no such endpoint. */
  userInfo?: UserInfo
  /** What an app is told when the person cancels. */
  cancelled: Readonly<Record<string, string>>
  /** A subject in its own shape, of a hash: for people who are not among the samples. */
  subjectOf: (hash: Uint8Array) => string
}

interface OpenIdTraits {
  /** ID tokens are given without the scope `openid` too. */
  isImplied?: boolean
  /** What an ID token says of the person. */
  claims: (ctx: ProviderContext, grant: Grant) => Readonly<Record<string, unknown>>
  claimNames: readonly string[]
  /** Its answers say whose they are, against mix-ups (RFC 9207). */
  namesIssuer?: boolean
  authMethods: readonly string[]
}

interface UserInfo {
  methods: readonly ('GET' | 'POST')[]
  /** An access token is taken from the parameter of that name too. */
  takesTokenParameter?: boolean
  answer: (ctx: ProviderContext, grant: Grant, parameters: Parameters) => object
  refuse: (error: OAuthError) => Response
}

/** Who is signed in at a provider, and since when. */
export interface ProviderSession {
  subject: string
  authTimeMs: number
}

/** What an endpoint of one provider works with: nothing of any request. */
export interface ProviderContext extends Pick<Runtime, 'clock' | 'crypto' | 'log' | 'random'> {
  provider: Provider
  endpoints: ProviderEndpoints
  /** Of the cookie that all authorization servers of the port share. */
  cookiePath: string
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
