import type {
  ChangePasswordRequest,
  ChangePasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { resetRequired } from '../challenges/may-sign-in.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import { isPasswordOf } from '../import/password-hash.ts'
import type { UserRecord } from '../model.ts'
import type { With } from '../operation.ts'
import {
  checkPasswordHistory,
  checkPasswordPolicy,
  withPassword,
} from '../sign-in/password-policy.ts'
import { checkPassword, createVerifier } from '../srp/verifier.ts'
import { checkLeaked } from '../threat-protection/check-leaked.ts'
import { recordEvent } from '../threat-protection/events/record.ts'
import { requireAccessToken } from '../tokens/require-access-token.ts'

type Input = With<ChangePasswordRequest, 'AccessToken' | 'ProposedPassword'>

/**
 * ChangePassword: replaces the password of the user whose access token it is. Tokens stay valid.
 *
 * @param input both passwords are clear text; `PreviousPassword` may be left out by a user who has
 *   none.
 * @throws NotAuthorizedException, InvalidPasswordException, LimitExceededException,
 *   PasswordHistoryPolicyViolationException, PasswordResetRequiredException, and those of `requireAccessToken`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html
 */
export async function changePassword(
  input: Input,
  ctx: OperationContext,
): Promise<ChangePasswordResponse> {
  const { pool, client, user } = await requireAccessToken(ctx, input.AccessToken)
  // The one they would prove is good for nothing any more.
  if (user.status === 'RESET_REQUIRED') throw resetRequired()
  checkPasswordPolicy(pool.passwordPolicy, input.ProposedPassword, 'change')
  const place = { pool, client }
  const isCompromised = checkLeaked(ctx, place, 'PASSWORD_CHANGE', input.ProposedPassword)
  ctx.limits.count(pool.id, user.sub, 'ChangePassword')
  await checkPrevious(ctx, user, input.PreviousPassword)
  await checkPasswordHistory(ctx, pool, user, input.ProposedPassword)
  const password = await createVerifier(ctx, user, input.ProposedPassword)

  // Another request may have changed it while this one hashed: then the proof is of no worth.
  const now = ctx.users.findBySub(pool, user.sub)
  const isOther =
    now?.password?.verifierHex !== user.password?.verifierHex ||
    now?.importedHash?.hash !== user.importedHash?.hash
  if (!now || isOther) throw wrongPassword()
  ctx.users.update(pool, { ...withPassword(pool, now, password), updatedAtMs: ctx.clock.now() })
  recordEvent(ctx, place, now, { type: 'PasswordChange', response: 'Pass', isCompromised })
  return {}
}

async function checkPrevious(
  { crypto }: OperationContext,
  user: UserRecord,
  previous: string | undefined,
): Promise<void> {
  // Their password is their provider's affair.
  if (user.status === 'EXTERNAL_PROVIDER') throw wrongPassword()
  const { password, importedHash } = user
  if (!password && !importedHash) return
  const isRight =
    previous !== undefined &&
    (importedHash
      ? await isPasswordOf(importedHash, previous, crypto)
      : password !== undefined && (await checkPassword(crypto, user, password, previous)))
  if (!isRight) throw wrongPassword()
}

function wrongPassword(): UserPoolError {
  return new UserPoolError('NotAuthorizedException', 'Incorrect username or password.')
}
