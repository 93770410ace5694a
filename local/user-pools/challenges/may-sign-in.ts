import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'

/**
 * Refuses a user whose account is in no state to be signed in to, whatever they have proved.
 *
 * @throws NotAuthorizedException (disabled), UserNotConfirmedException,
 *   PasswordResetRequiredException
 */
export function checkMaySignIn({ enabled, status }: UserRecord): void {
  if (!enabled) throw new UserPoolError('NotAuthorizedException', 'User is disabled.')
  if (status === 'UNCONFIRMED') {
    throw new UserPoolError('UserNotConfirmedException', 'User is not confirmed.')
  }
  if (status === 'RESET_REQUIRED') throw resetRequired()
}

export function resetRequired(): UserPoolError {
  return new UserPoolError('PasswordResetRequiredException', 'Password reset required for the user')
}
