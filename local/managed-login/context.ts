import type { AuthorizationCodes } from '../authorization-server/authorization-codes.ts'
import type { Fetch } from '../core/ports/fetch.ts'
import type { AppClientConfig, UserPoolConfig } from '../user-pools/config.ts'
import type { OperationContext } from '../user-pools/context.ts'
import type { Level, Proof, ProviderProof } from '../user-pools/sign-in/proof.ts'
import type { KeySets } from './federation/key-sets.ts'
import type { PostedAnswers } from './federation/posted-answers.ts'
import type { ResolveProvider } from './federation/resolve-provider.ts'
import type { FederationStates } from './federation/states.ts'
import type { Sessions } from './sessions.ts'

/** A user pool's domain: where its managed login answers. */
export interface UserPoolDomain {
  userPoolId: string
  /** 1 is the classic hosted UI, which knows no `prompt` and needs no style. */
  managedLoginVersion: 1 | 2
}

/** That an app client has a style. */
export interface Branding {
  clientId: string
  /** Of a style of its own. */
  settings?: unknown
}

/** What an authorization code is good for. */
export interface Grant {
  poolId: string
  sub: string
  /** Space-separated. */
  scope: string
  /** Of the token family to come. */
  eventId: string
  authTimeMs: number
  /** Of the domain's session, where the pool keeps them. */
  originSessionId?: string
  nonce?: string
  proved?: readonly Proof[]
  /** Of who has signed in at an identity provider, where a level was asked for. */
  federated?: ProviderProof
  /** Where a level was asked for, which the tokens then tell. */
  target?: Level
}

/** What an endpoint works with. One for all requests: it holds nothing of any of them. */
export interface ManagedLoginContext extends OperationContext {
  /** Read anew each time: the template may be edited while the local AWS runs. */
  domains: () => readonly UserPoolDomain[]
  /** App clients that have a style. */
  brandings: () => readonly Branding[]
  authorizationCodes: AuthorizationCodes<Grant>
  loginSessions: Sessions
  /** Where the domains answer, as browsers see it; no trailing slash. */
  domainUrl: () => string
  /** The path of that URL; every link, redirect and cookie is below it. Empty at the root. */
  readonly basePath: string
  /** To identity providers. */
  fetch: Fetch
  resolveProvider: ResolveProvider
  keySets: KeySets
  federationStates: FederationStates
  postedAnswers: PostedAnswers
}

/** An app client of a pool that has a domain. */
export interface ClientOfDomain {
  pool: UserPoolConfig
  client: AppClientConfig
  domain: UserPoolDomain
}

export function findClient(ctx: ManagedLoginContext, clientId: string): ClientOfDomain | undefined {
  for (const domain of ctx.domains()) {
    const pool = ctx.pools().find(({ id }) => id === domain.userPoolId)
    const client = pool?.clients.find(({ id }) => id === clientId)
    if (pool && client) return { pool, client, domain }
  }
  return undefined
}
