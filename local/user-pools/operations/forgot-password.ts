import type {
  ForgotPasswordRequest,
  ForgotPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { checkMayReset, checkRecovery, nowhereToSend, recoveryTarget } from '../codes/recovery.ts'
import { sendCodeByName, type SinglePlan } from '../codes/send-code-by-name.ts'
import { userNotFound } from '../users/existence.ts'
import type { With } from '../operation.ts'
import { migrateUser } from '../sign-in/migrate-user.ts'
import { behindApp } from '../threat-protection/assessment/context-data.ts'
import { requireProvenClient } from '../sign-in/proven-client.ts'

type Input = With<ForgotPasswordRequest, 'ClientId' | 'Username'>

/**
 * ForgotPassword: sends a code, good for an hour, to the user's verified contact.
 *
 * Somebody who is not there may be brought by the pool's UserMigration trigger first.
 *
 * Where the app client prevents user-existence errors, unknown and disabled users and those without
 * a verified contact get the same answer, and no message.
 *
 * @throws ResourceNotFoundException, NotAuthorizedException, UserNotFoundException,
 *   LimitExceededException, InvalidParameterException, and those of `migrateUser` and `sendCodes`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html
 */
export async function forgotPassword(
  input: Input,
  given: OperationContext,
): Promise<ForgotPasswordResponse> {
  const { pool, client } = await requireProvenClient(given, input)
  const ctx = behindApp(given, client, input.UserContextData)
  checkRecovery(pool)
  const newcomer = { source: 'ForgotPassword', clientMetadata: input.ClientMetadata } as const
  await migrateUser(ctx, { pool, client }, input.Username, newcomer)
  const occasion = { operation: 'ForgotPassword', source: 'ForgotPassword' } as const
  const { sent, pretence } = await sendCodeByName(ctx, { pool, client }, input, occasion, () =>
    planFor(ctx, pool, input.Username),
  )
  if (sent) return { CodeDeliveryDetails: sent }
  if (client.preventUserExistenceErrors) return { CodeDeliveryDetails: pretence }
  const found = ctx.users.find(pool, input.Username)
  throw found ? nowhereToSend(found) : userNotFound()
}

/** Undefined for whoever cannot be told apart from nobody. */
function planFor(
  ctx: OperationContext,
  pool: UserPoolConfig,
  username: string,
): SinglePlan | undefined {
  const user = ctx.users.find(pool, username)
  if (user) checkMayReset(user)
  const target = user?.enabled ? recoveryTarget(pool, user) : undefined
  return user && target && { user, targets: [target] }
}
