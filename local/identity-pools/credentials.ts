import type { Clock } from '../core/ports/clock.ts'
import type { Random } from '../core/ports/random.ts'
import type { Store } from '../core/store/store.ts'
import type { Role, SessionCredentials } from '../iam/policy/policy.ts'
import { createTemporaryCredentials, type IssuedCredentials } from '../iam/temporary-credentials.ts'
import { principalOf, type Session } from './session.ts'

export interface Credentials {
  issue(session: Omit<Session, 'issuedAtMs'>): IssuedCredentials
  /** Expired ones are found for a while: compare `expiresAtMs` before anything else. */
  resolve(accessKeyId: string): SessionCredentials | undefined
  /** The newest that are alive of an identity. */
  findNewestOf: (identityId: string) => SessionCredentials | undefined
}

/** Sessions of the enhanced flow last an hour; Amplify caches them for 50 minutes. */
const lifetimeSeconds = 3600

/** The credentials of the enhanced flow. Only the role may change meanwhile, with the template. */
export function createCredentials(
  runtime: { store: Store; clock: Clock; random: Random },
  findRole: (arn: string) => Role | undefined,
): Credentials {
  const credentials = createTemporaryCredentials<Omit<Session, 'issuedAtMs'>>(
    runtime,
    'identity-pools/credentials',
  )
  const resolve = (accessKeyId: string): SessionCredentials | undefined => {
    const kept = credentials.find(accessKeyId)
    const role = kept && findRole(kept.roleArn)
    if (!kept || !role) return undefined
    const { secretAccessKey, sessionToken, expiresAtMs } = kept
    const principal = principalOf(kept, role)
    return { accessKeyId, secretAccessKey, sessionToken, expiresAtMs, principal }
  }
  return {
    issue: (session) => credentials.issue(session, lifetimeSeconds),
    resolve,
    findNewestOf(identityId) {
      const newest = credentials.findNewest((session) => session.identityId === identityId)
      return newest === undefined ? undefined : resolve(newest)
    },
  }
}
