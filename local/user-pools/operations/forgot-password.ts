import type {
  ForgotPasswordRequest,
  ForgotPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../attributes/rules.ts'
import type { CodeTarget } from '../codes/codes.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { deliveryDetails } from '../codes/delivery.ts'
import { sendCodes, type CodePlan } from '../codes/send-codes.ts'
import { UserPoolError } from '../errors.ts'
import { limitKey, pretendTarget, userNotFound } from '../users/existence.ts'
import type { UserRecord } from '../model.ts'
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
  if (pool.recoveryMechanisms[0] === 'admin_only') {
    throw new UserPoolError('NotAuthorizedException', 'Contact administrator to reset password')
  }
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
  throw whyNot(ctx.users.find(pool, input.Username))
}

/** Undefined for whoever cannot be told apart from nobody. */
function planFor(
  ctx: OperationContext,
  pool: UserPoolConfig,
  username: string,
): (CodePlan & { targets: readonly [CodeTarget] }) | undefined {
  const user = ctx.users.find(pool, username)
  if (user?.status === 'FORCE_CHANGE_PASSWORD' || user?.status === 'EXTERNAL_PROVIDER') {
    throw new UserPoolError(
      'NotAuthorizedException',
      'User password cannot be reset in the current state.',
    )
  }
  const target = user?.enabled ? recoveryTarget(pool, user) : undefined
  return user && target && { user, targets: [target] }
}

/** The first of the pool's recovery mechanisms that the user has. */
function recoveryTarget(pool: UserPoolConfig, user: UserRecord): CodeTarget | undefined {
  for (const mechanism of pool.recoveryMechanisms) {
    const attribute = mechanism === 'verified_email' ? 'email' : 'phone_number'
    const destination = user.attributes[attribute]
    if (destination && user.attributes[`${attribute}_verified`] === 'true') {
      return { attribute, destination }
    }
  }
  return undefined
}

function whyNot(user: UserRecord | undefined): UserPoolError {
  if (!user) return userNotFound()
  if (!user.enabled) return new UserPoolError('NotAuthorizedException', 'User is disabled.')
  return invalidParameter(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  )
}
