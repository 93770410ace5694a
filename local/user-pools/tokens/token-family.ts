import type { Store, Table } from '../../core/store/store.ts'
import type { UserPoolConfig } from '../config.ts'
import type { UserRecord } from '../model.ts'
import { sweepAfter } from '../../core/store/sweep.ts'
import type { Proof } from '../sign-in/proof.ts'

/** One sign-in and every token that comes of it, by its `event_id`. One row, whatever is refreshed. */
export interface TokenFamily {
  eventId: string
  originJti: string
  poolId: string
  clientId: string
  sub: string
  /** Space-separated, as the access token carries them. */
  scope: string
  /** From the OAuth endpoints: `scope` then limits what the ID token says, if there is one. */
  isOAuth?: boolean
  authTimeMs: number
  /** Of the device that it was at, or was given there. */
  deviceKey?: string
  /** What was shown at the sign-in; undefined where that is not known. */
  proved?: readonly Proof[]
  /** Told with `amr` in every token, where the sign-in was asked to come up to a level. */
  acr?: string
  /** In place of what `proved` says, of who has signed in at an identity provider. */
  amr?: readonly string[]
  /** Compared with the user's `tokensValidAfterMs`. */
  issuedAtMs: number
  /** Of the first refresh token and of all that replace it. */
  refreshExpiresAtMs: number
  /** When the last of its tokens is over. */
  endsAtMs: number
  isRevoked: boolean
  /** Where the pool keeps who is signed in where. */
  session?: TokenSessionFacts
  /** How often the refresh token was replaced. */
  sequence: number
  /** SHA-256, hexadecimal, of the live refresh token. */
  refreshTokenHash: string
  /** The one before it, while a client may ask once more. */
  previous?: { hash: string; graceUntilMs: number }
}

interface TokenSessionFacts {
  id: string
  /** Of the domain's session that it came of. */
  originId?: string
  createdAtMs: number
  /** Of the sign-in, then of each refresh. */
  lastActiveAtMs: number
  userAgent?: string
  ipAddress: string
}

// How long a family that is over still gets its own words instead of "Invalid Refresh Token".
const remembersForMs = 24 * 3_600_000

export function tokenFamilies(store: Store): Table<TokenFamily> {
  return store.table('user-pools/token-families')
}

export function addFamily(store: Store, family: TokenFamily, nowMs: number): void {
  const families = tokenFamilies(store)
  store.transaction(() => {
    sweepAfter(families, family.eventId, (other) => other.endsAtMs + remembersForMs < nowMs)
    families.set(family.eventId, family)
  })
}

/** Ends a sign-in, if there is one by this id: none of its tokens is good any more. */
export function revokeFamily(store: Store, eventId: string): void {
  const families = tokenFamilies(store)
  const family = families.get(eventId)
  if (family && !family.isRevoked) families.set(eventId, { ...family, isRevoked: true })
}

/** Whether RevokeToken or GlobalSignOut ended it, or there is no such sign-in any more. */
export function isRevoked(family: TokenFamily | undefined, user: UserRecord): boolean {
  return !family || family.isRevoked || family.sub !== user.sub || isSignedOut(family, user)
}

/** When what each sign-in gave is over; access tokens by the newest that is known of. */
export function* tokenExpiries(
  store: Store,
  pools: readonly UserPoolConfig[],
): Generator<{ accessAtMs: number; refreshAtMs: number }> {
  const clients = new Map(pools.flatMap((pool) => pool.clients.map((each) => [each.id, each])))
  for (const [, family] of tokenFamilies(store).entries()) {
    const client = clients.get(family.clientId)
    if (family.isRevoked || !client) continue
    const issuedAtMs = family.session?.lastActiveAtMs ?? family.issuedAtMs
    yield {
      accessAtMs: issuedAtMs + client.accessTokenSeconds * 1000,
      refreshAtMs: family.refreshExpiresAtMs,
    }
  }
}

export function isSignedOut(family: TokenFamily, user: UserRecord): boolean {
  return family.issuedAtMs <= (user.tokensValidAfterMs ?? -1)
}

/**
 * The instant of a sign-in, after every sign-out of that user so far: within one millisecond the
 * order would be lost.
 */
export function signInInstant(user: UserRecord, nowMs: number): number {
  return Math.max(nowMs, (user.tokensValidAfterMs ?? -1) + 1)
}
