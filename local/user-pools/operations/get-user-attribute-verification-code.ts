import type {
  GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter, parseContactAttribute } from '../attributes/rules.ts'
import type { OperationContext } from '../context.ts'
import { checkDelivered, deliveryDetails, sendCode } from '../codes/delivery.ts'
import type { With } from '../operation.ts'
import { requireAccessToken } from '../tokens/require-access-token.ts'
import { requireCurrent } from '../users/users.ts'

type Input = With<GetUserAttributeVerificationCodeRequest, 'AccessToken' | 'AttributeName'>

/**
 * GetUserAttributeVerificationCode: sends a code to the new value that waits, else to the current
 * one.
 *
 * @throws InvalidParameterException, LimitExceededException, CodeDeliveryFailureException, and
 *   those of `requireAccessToken`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAttributeVerificationCode.html
 */
export async function getUserAttributeVerificationCode(
  input: Input,
  ctx: OperationContext,
): Promise<GetUserAttributeVerificationCodeResponse> {
  const caller = await requireAccessToken(ctx, input.AccessToken)
  const { pool } = caller
  const attribute = parseContactAttribute(input.AttributeName)
  const code = await ctx.codes.prepare(pool.id, `ATTRIBUTE/${attribute}`)

  const user = requireCurrent(ctx.users, pool, caller.user)
  ctx.limits.count(pool.id, user.sub, 'GetUserAttributeVerificationCode')
  const destination = user.pendingAttributes?.[attribute] ?? user.attributes[attribute]
  if (!destination) throw invalidParameter(`User has no ${attribute} to verify.`)
  const target = { attribute, destination }

  checkDelivered(ctx.store.transaction(() => sendCode(ctx, pool, user, code, target)))
  return { CodeDeliveryDetails: deliveryDetails(target) }
}
