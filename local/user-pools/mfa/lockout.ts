import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { findLockout, type Lockout } from '../sign-in/lockout.ts'

/** Wrong codes lock as wrong passwords do, and are counted apart from them. */
export function findMfaLockout(ctx: OperationContext, user: UserRecord): Promise<Lockout> {
  return findLockout(
    ctx,
    user.poolId,
    `${user.sub}/mfa`,
    'Too many invalid credentials attempts. User temporarily locked. Please try again after few seconds.',
  )
}
