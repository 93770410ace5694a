import { toBase64 } from '../core/encoding/base64.ts'
import type { Clock } from '../core/ports/clock.ts'
import { randomBase32, type Random } from '../core/ports/random.ts'
import type { Store } from '../core/store/store.ts'

export interface IssuedCredentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  expiresAtMs: number
}

/** A session as it is kept: all but the role's policies, which are read anew from the template. */
export type Kept<Session> = Session & {
  secretAccessKey: string
  sessionToken: string
  issuedAtMs: number
  expiresAtMs: number
}

export interface TemporaryCredentials<Session> {
  /** @param minTokenLength which the session's token has at least. */
  issue(session: Session, lifetimeSeconds: number, minTokenLength?: number): IssuedCredentials
  /**
   * Expired ones are found for a while, so that a service can say `ExpiredToken`: compare
   * `expiresAtMs` before anything else.
   */
  find(accessKeyId: string): Kept<Session> | undefined
  /** The newest of those that are alive, looking at all of them. @returns its access key id. */
  findNewest(isMeant: (session: Kept<Session>) => boolean): string | undefined
}

/** In Base64, without an end of its own. */
const tokenLength = 320
const keptAfterExpiryMs = 3_600_000

/**
 * Temporary credentials, by access key id. Nothing takes them back before they expire: not a
 * sign-out, not a deleted user, as in AWS.
 *
 * @param table of the store; the order in which they expire is kept in a second one beside it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 */
export function createTemporaryCredentials<Session extends object>(
  { store, clock, random }: { store: Store; clock: Clock; random: Random },
  table: string,
): TemporaryCredentials<Session> {
  const credentials = store.table<Kept<Session>>(table)
  const byExpiry = store.table<string>(`${table}-by-expiry`)

  /** Two out for one in, so the table never outgrows what is alive, and no request pays for all. */
  const purge = (nowMs: number): void => {
    for (const [key, accessKeyId] of byExpiry.entries({ limit: 2 })) {
      if (Number(key.split(' ')[0]) + keptAfterExpiryMs > nowMs) return
      byExpiry.delete(key)
      credentials.delete(accessKeyId)
    }
  }

  return {
    issue(session, lifetimeSeconds, minTokenLength = 0) {
      const issuedAtMs = clock.now()
      // AWS gives whole seconds on the wire, so it ends on one.
      const expiresAtMs = (Math.floor(issuedAtMs / 1000) + lifetimeSeconds) * 1000
      const accessKeyId = `ASIA${randomBase32(random, 16)}`
      const secretAccessKey = toBase64(random.bytes(30))
      const sessionToken = toBase64(
        random.bytes(Math.ceil(Math.max(tokenLength, minTokenLength) / 4) * 3),
      )
      const issued = { secretAccessKey, sessionToken, expiresAtMs }
      store.transaction(() => {
        purge(issuedAtMs)
        credentials.set(accessKeyId, { ...session, ...issued, issuedAtMs })
        byExpiry.set(expiryKey(expiresAtMs, accessKeyId), accessKeyId)
      })
      return { accessKeyId, ...issued }
    },
    find: (accessKeyId) =>
      /^ASIA[A-Z2-7]{16}$/.test(accessKeyId) ? credentials.get(accessKeyId) : undefined,
    findNewest(isMeant) {
      let newest: { accessKeyId: string; issuedAtMs: number } | undefined
      for (const [accessKeyId, session] of credentials.entries()) {
        const { issuedAtMs, expiresAtMs } = session
        const isNewer = issuedAtMs >= (newest?.issuedAtMs ?? 0) && expiresAtMs > clock.now()
        if (isNewer && isMeant(session)) newest = { accessKeyId, issuedAtMs }
      }
      return newest?.accessKeyId
    },
  }
}

/** When the credentials that a table keeps are over. */
export function* credentialExpiries(store: Store, table: string): Generator<number> {
  for (const [key] of store.table<string>(`${table}-by-expiry`).entries()) {
    yield Number(key.split(' ')[0])
  }
}

/** Sorts by time: epoch milliseconds have 13 digits until the year 2286. */
function expiryKey(expiresAtMs: number, accessKeyId: string): string {
  return `${String(expiresAtMs).padStart(15, '0')} ${accessKeyId}`
}
