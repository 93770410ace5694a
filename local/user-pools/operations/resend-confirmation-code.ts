import type {
  ResendConfirmationCodeRequest,
  ResendConfirmationCodeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../attributes/rules.ts'
import type { OperationContext } from '../context.ts'
import { autoVerifiedTarget } from '../codes/delivery.ts'
import { sendCodeByName, type SinglePlan } from '../codes/send-code-by-name.ts'
import type { UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'
import { userNotFound } from '../users/existence.ts'
import type { With } from '../operation.ts'
import { behindApp } from '../threat-protection/assessment/context-data.ts'
import { requireProvenClient } from '../sign-in/proven-client.ts'

type Input = With<ResendConfirmationCodeRequest, 'ClientId' | 'Username'>

/**
 * ResendConfirmationCode: sends a new sign-up code; the ones before stop working.
 *
 * @throws ResourceNotFoundException, NotAuthorizedException, UserNotFoundException,
 *   LimitExceededException, and those of `sendCodes`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html
 */
export async function resendConfirmationCode(
  input: Input,
  given: OperationContext,
): Promise<ResendConfirmationCodeResponse> {
  const { pool, client } = await requireProvenClient(given, input)
  const ctx = behindApp(given, client, input.UserContextData)
  const occasion = { operation: 'ResendConfirmationCode', source: 'ResendCode' } as const
  const { sent, pretence } = await sendCodeByName(ctx, { pool, client }, input, occasion, () =>
    planFor(ctx, pool, input.Username),
  )
  if (!sent && !client.preventUserExistenceErrors) throw userNotFound()
  return { CodeDeliveryDetails: sent ?? pretence }
}

function planFor(
  ctx: OperationContext,
  pool: UserPoolConfig,
  username: string,
): SinglePlan | undefined {
  const user = ctx.users.find(pool, username)
  if (!user) return undefined
  if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.')
  const target = autoVerifiedTarget(pool, user.attributes)
  if (target) return { user, targets: [target] }
  throw new UserPoolError(
    'NotAuthorizedException',
    'Cannot resend codes. Auto verification not turned on.',
  )
}
