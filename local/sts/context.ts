import type { QueryCall } from '../http/aws-query/aws-query.ts'
import type { Caller, Role } from '../iam/policy/policy.ts'
import type { Sessions } from './sessions.ts'
import type { VerifyWebIdentity } from './web-identity.ts'

/** What an operation works with. One for all requests: it holds nothing of any of them. */
export interface StsContext {
  /** Read anew each time: the template may be edited while the local AWS runs. */
  roles: () => readonly Role[]
  verifyWebIdentity: VerifyWebIdentity
  sessions: Sessions
  /** Who signed. @throws SignatureError */
  authenticate: (call: QueryCall) => Promise<Caller>
  now: () => number
}
