import type {
  ForgotPasswordRequest,
  ForgotPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { CodeTarget } from '../codes/codes.ts'
import { deliveryDetails } from '../codes/delivery.ts'
import { checkMayReset, checkRecovery, nowhereToSend, recoveryTarget } from '../codes/recovery.ts'
import { sendCodes, type CodePlan } from '../codes/send-codes.ts'
import { limitKey, pretendTarget, userNotFound } from '../users/existence.ts'
import type { With } from '../operation.ts'
import { requireProvenClient } from '../sign-in/proven-client.ts'

type Input = With<ForgotPasswordRequest, 'ClientId' | 'Username'>

/**
 * ForgotPassword: sends a code, good for an hour, to the user's verified contact.
 *
 * Where the app client prevents user-existence errors, unknown and disabled users and those without
 * a verified contact get the same answer, and no message.
 *
 * @throws ResourceNotFoundException, NotAuthorizedException, UserNotFoundException,
 *   LimitExceededException, InvalidParameterException, and those of `sendCodes`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html
 */
export async function forgotPassword(
  input: Input,
  ctx: OperationContext,
): Promise<ForgotPasswordResponse> {
  const { pool, client } = await requireProvenClient(ctx, input)
  checkRecovery(pool)
  const pretence = await pretendTarget(ctx, pool, input.Username)

  const user = ctx.users.find(pool, input.Username)
  ctx.limits.count(pool.id, limitKey(pool, user, input.Username), 'ForgotPassword')
  const occasion = {
    source: 'ForgotPassword',
    clientId: client.id,
    clientMetadata: input.ClientMetadata,
  } as const
  const sent = await sendCodes(ctx, pool, occasion, () => planFor(ctx, pool, input.Username))
  if (sent) return { CodeDeliveryDetails: deliveryDetails(sent.targets[0]) }
  if (client.preventUserExistenceErrors) return { CodeDeliveryDetails: deliveryDetails(pretence) }
  const found = ctx.users.find(pool, input.Username)
  throw found ? nowhereToSend(found) : userNotFound()
}

/** Undefined for whoever cannot be told apart from nobody. */
function planFor(
  ctx: OperationContext,
  pool: UserPoolConfig,
  username: string,
): (CodePlan & { targets: readonly [CodeTarget] }) | undefined {
  const user = ctx.users.find(pool, username)
  if (user) checkMayReset(user)
  const target = user?.enabled ? recoveryTarget(pool, user) : undefined
  return user && target && { user, targets: [target] }
}
