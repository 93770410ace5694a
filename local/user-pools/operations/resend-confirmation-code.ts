import type {
  ResendConfirmationCodeRequest,
  ResendConfirmationCodeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../attributes/rules.ts'
import type { OperationContext } from '../context.ts'
import { autoVerifiedTarget, checkDelivered, deliveryDetails, sendCode } from '../codes/delivery.ts'
import { UserPoolError } from '../errors.ts'
import { limitKey, pretendTarget, userNotFound } from '../users/existence.ts'
import type { With } from '../operation.ts'
import { requireProvenClient } from '../sign-in/proven-client.ts'

type Input = With<ResendConfirmationCodeRequest, 'ClientId' | 'Username'>

/**
 * ResendConfirmationCode: sends a new sign-up code; the ones before stop working.
 *
 * @throws ResourceNotFoundException, NotAuthorizedException, UserNotFoundException,
 *   LimitExceededException, InvalidParameterException, CodeDeliveryFailureException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html
 */
export async function resendConfirmationCode(
  input: Input,
  ctx: OperationContext,
): Promise<ResendConfirmationCodeResponse> {
  const { pool, client } = await requireProvenClient(ctx, input)
  const code = await ctx.codes.prepare(pool.id, 'SIGN_UP')
  const pretence = await pretendTarget(ctx, pool, input.Username)

  const user = ctx.users.find(pool, input.Username)
  ctx.limits.count(pool.id, limitKey(pool, user, input.Username), 'ResendConfirmationCode')
  if (!user) {
    if (!client.preventUserExistenceErrors) throw userNotFound()
    return { CodeDeliveryDetails: deliveryDetails(pretence) }
  }
  if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.')
  const target = autoVerifiedTarget(pool, user.attributes)
  if (!target) {
    throw new UserPoolError(
      'NotAuthorizedException',
      'Cannot resend codes. Auto verification not turned on.',
    )
  }

  checkDelivered(ctx.store.transaction(() => sendCode(ctx, pool, user, code, target)))
  return { CodeDeliveryDetails: deliveryDetails(target) }
}
