import type {
  GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter, parseContactAttribute } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import { deliveryDetails } from '../../codes/delivery.ts'
import { sendCodes } from '../../codes/send-codes.ts'
import type { With } from '../../operation.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<GetUserAttributeVerificationCodeRequest, 'AccessToken' | 'AttributeName'>

/**
 * GetUserAttributeVerificationCode: sends a code to the new value that waits, else to the current
 * one.
 *
 * @throws InvalidParameterException, LimitExceededException, and those of `requireAccessToken` and
 *   `sendCodes`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAttributeVerificationCode.html
 */
export async function getUserAttributeVerificationCode(
  input: Input,
  ctx: OperationContext,
): Promise<GetUserAttributeVerificationCodeResponse> {
  const caller = await requireAccessToken(ctx, input.AccessToken)
  const { pool, client } = caller
  const attribute = parseContactAttribute(input.AttributeName)
  const { sub } = requireCurrent(ctx.users, pool, caller.user)
  ctx.limits.count(pool.id, sub, 'GetUserAttributeVerificationCode')

  const occasion = {
    source: 'VerifyUserAttribute',
    clientId: client.id,
    clientMetadata: input.ClientMetadata,
  } as const
  const { targets } = await sendCodes(ctx, pool, occasion, () => {
    const user = requireCurrent(ctx.users, pool, caller.user)
    const destination = user.pendingAttributes?.[attribute] ?? user.attributes[attribute]
    if (!destination) throw invalidParameter(`User has no ${attribute} to verify.`)
    return { user, targets: [{ attribute, destination }] as const }
  })
  return { CodeDeliveryDetails: deliveryDetails(targets[0]) }
}
