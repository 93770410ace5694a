import { checked } from '../../../core/ports/checks.ts'
import type {
  VerifyUserAttributeRequest,
  VerifyUserAttributeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { checkAliasIsFree, withVerified } from '../../users/alias.ts'
import { parseContactAttribute } from '../../attributes/rules.ts'
import { withoutPending } from '../../attributes/apply.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<VerifyUserAttributeRequest, 'AccessToken' | 'AttributeName' | 'Code'>

/**
 * VerifyUserAttribute: the right code makes the address it went to the user's verified one, in
 * place of the one before where that had stayed live.
 *
 * @throws InvalidParameterException, LimitExceededException, CodeMismatchException,
 *   ExpiredCodeException, TooManyFailedAttemptsException, AliasExistsException, and those of
 *   `requireAccessToken`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifyUserAttribute.html
 */
export async function verifyUserAttribute(
  input: Input,
  ctx: OperationContext,
): Promise<VerifyUserAttributeResponse> {
  const caller = await requireAccessToken(ctx, input.AccessToken)
  const { pool } = caller
  const attribute = parseContactAttribute(input.AttributeName)
  const purpose = `ATTRIBUTE/${attribute}` as const
  const proof = await ctx.codes.prove(pool.id, purpose, input.Code)

  const user = requireCurrent(ctx.users, pool, caller.user)
  checked(ctx.checks, 'LimitExceeded', () =>
    ctx.limits.count(pool.id, user.sub, 'VerifyUserAttribute'),
  )
  const { destination } = checked(ctx.checks, 'Code', () => ctx.codes.check(user, purpose, proof))
  checked(ctx.checks, 'AliasExists', () =>
    checkAliasIsFree(ctx, pool, user, attribute, destination),
  )
  ctx.store.transaction(() => {
    const verified = withVerified(pool, withoutPending(user, attribute), attribute, destination)
    ctx.users.update(pool, { ...verified, updatedAtMs: ctx.clock.now() })
    ctx.codes.remove(user, purpose)
  })
  return {}
}
