import { toBase64 } from '../core/encoding/base64.ts'
import type { Clock } from '../core/ports/clock.ts'
import { randomBase32, type Random } from '../core/ports/random.ts'
import type { Store } from '../core/store/store.ts'
import type { Role, SessionCredentials } from '../iam/policy/policy.ts'
import { principalOf, type Session } from './session.ts'

interface StoredCredentials extends Session {
  secretAccessKey: string
  sessionToken: string
  expiresAtMs: number
}

interface IssuedCredentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  expiresAtMs: number
}

export interface Credentials {
  issue(session: Omit<Session, 'issuedAtMs'>): IssuedCredentials
  /**
   * Expired ones are found for a while, so that a service can say `ExpiredToken`: compare
   * `expiresAtMs` before anything else.
   */
  resolve(accessKeyId: string): SessionCredentials | undefined
}

/** Sessions of the enhanced flow last an hour; Amplify caches them for 50 minutes. */
const lifetimeMs = 3_600_000
const keptAfterExpiryMs = 3_600_000

/**
 * Temporary credentials, by access key id. Nothing takes them back before they expire: not a
 * sign-out, not a deleted user, as in AWS. Only the role may change meanwhile, with the template.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 */
export function createCredentials(
  runtime: { store: Store; clock: Clock; random: Random },
  findRole: (arn: string) => Role | undefined,
): Credentials {
  const { store, clock, random } = runtime
  const credentials = store.table<StoredCredentials>('identity-pools/credentials')
  const byExpiry = store.table<string>('identity-pools/credentials-by-expiry')

  /** Two out for one in, so the table never outgrows what is alive, and no request pays for all. */
  const purge = (nowMs: number): void => {
    for (const [key, accessKeyId] of byExpiry.entries({ limit: 2 })) {
      if (Number(key.split(' ')[0]) + keptAfterExpiryMs > nowMs) return
      byExpiry.delete(key)
      credentials.delete(accessKeyId)
    }
  }

  return {
    issue(session) {
      const issuedAtMs = clock.now()
      // AWS gives whole seconds on the wire, so it ends on one.
      const expiresAtMs = Math.floor((issuedAtMs + lifetimeMs) / 1000) * 1000
      const accessKeyId = `ASIA${randomBase32(random, 16)}`
      const secretAccessKey = toBase64(random.bytes(30))
      const sessionToken = toBase64(random.bytes(240))
      const issued = { secretAccessKey, sessionToken, expiresAtMs }
      store.transaction(() => {
        purge(issuedAtMs)
        credentials.set(accessKeyId, { ...session, ...issued, issuedAtMs })
        byExpiry.set(expiryKey(expiresAtMs, accessKeyId), accessKeyId)
      })
      return { accessKeyId, ...issued }
    },
    resolve(accessKeyId) {
      const stored = /^ASIA[A-Z2-7]{16}$/.test(accessKeyId)
        ? credentials.get(accessKeyId)
        : undefined
      const role = stored && findRole(stored.roleArn)
      if (!stored || !role) return undefined
      const { secretAccessKey, sessionToken, expiresAtMs } = stored
      const principal = principalOf(stored, role)
      return { accessKeyId, secretAccessKey, sessionToken, expiresAtMs, principal }
    },
  }
}

/** Sorts by time: epoch milliseconds have 13 digits until the year 2286. */
function expiryKey(expiresAtMs: number, accessKeyId: string): string {
  return `${String(expiresAtMs).padStart(15, '0')} ${accessKeyId}`
}
