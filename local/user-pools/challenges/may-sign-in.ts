import { checked } from '../../core/ports/checks.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { Proof } from '../sign-in/proof.ts'
import { temporaryPasswordEndMs } from '../users/temporary-password.ts'
import type { SignIn } from './sign-in.ts'

/**
 * Refuses a user whose account is in no state to be signed in to, whatever they have proved.
 *
 * @throws NotAuthorizedException (disabled, a temporary password of too long ago),
 *   UserNotConfirmedException, PasswordResetRequiredException
 */
export function checkMaySignIn(
  { clock, checks }: Pick<OperationContext, 'clock' | 'checks'>,
  signIn: SignIn,
): void {
  checked(checks, 'UserStatus', () => checkStatus(clock.now(), signIn))
}

function checkStatus(nowMs: number, signIn: SignIn): void {
  const { enabled, status, temporaryPasswordSetAtMs = Infinity } = signIn.user
  if (!enabled) throw new UserPoolError('NotAuthorizedException', 'User is disabled.')
  if (status === 'UNCONFIRMED') throw notConfirmed()
  // It is the password that has to be reset: a code does without it.
  if (status === 'RESET_REQUIRED' && !signIn.proved.some(isOneTimeCode)) throw resetRequired()
  if (
    status === 'FORCE_CHANGE_PASSWORD' &&
    nowMs >= temporaryPasswordEndMs(signIn.pool, temporaryPasswordSetAtMs)
  ) {
    throw new UserPoolError(
      'NotAuthorizedException',
      'Temporary password has expired and must be reset by an administrator.',
    )
  }
}

function isOneTimeCode(proof: Proof): boolean {
  return proof === 'EMAIL_OTP' || proof === 'SMS_OTP'
}

export function notConfirmed(): UserPoolError {
  return new UserPoolError('UserNotConfirmedException', 'User is not confirmed.')
}

export function resetRequired(): UserPoolError {
  return new UserPoolError('PasswordResetRequiredException', 'Password reset required for the user')
}
