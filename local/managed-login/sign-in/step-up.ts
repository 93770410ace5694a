import { AuthorizationError } from '../../authorization-server/authorization-error.ts'
import { OAuthError } from '../../authorization-server/errors.ts'
import { offeredFactors } from '../../user-pools/challenges/first-factors/first-factor-table.ts'
import type { SignIn } from '../../user-pools/challenges/sign-in.ts'
import type { UserRecord } from '../../user-pools/model.ts'
import type { Level, Proof } from '../../user-pools/sign-in/proof.ts'
import { levelOf } from '../../user-pools/step-up/levels.ts'
import { canReach, missingFactors } from '../../user-pools/step-up/reach.ts'
import { signInNameOf } from '../../user-pools/users/username.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import { isChoiceBased } from './choice-based.ts'
import type { ManagedLoginContext } from '../context.ts'

/**
 * The level that a request wants of somebody: the first that they can come up to from what they have
 * proved. It is looked at after a proof, and not before, when it would tell who exists.
 *
 * @returns undefined where none is asked for.
 * @throws AuthorizationError invalid_request when they have the factors for none.
 */
export function findTarget(
  ctx: ManagedLoginContext,
  authorization: AuthorizationRequest,
  user: UserRecord,
  credit: readonly Proof[],
): Level | undefined {
  const { pool, acrTargets } = authorization
  if (!acrTargets) return undefined
  const name = signInNameOf(pool, user)
  const offered = isChoiceBased(authorization)
    ? offeredFactors(ctx, { pool, user, name })
    : ['PASSWORD']
  const target = acrTargets.find((level) =>
    canReach(pool, user, offered, { target: level, credit }),
  )
  if (target !== undefined) return target
  const error = new OAuthError('invalid_request', 'The user has no factors for any of acr_values')
  throw new AuthorizationError(error, authorization)
}

/** Whether another first factor has to be shown: no second one brings these proofs to their level. */
export function needsOtherFactor({ pool, user, proved, target }: SignIn): boolean {
  if (target === undefined || levelOf(proved) >= target) return false
  return missingFactors(pool, user, proved, target).length === 0
}
