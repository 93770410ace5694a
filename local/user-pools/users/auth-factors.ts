import type { AuthFactorType } from '@aws-sdk/client-cognito-identity-provider'
import type { Store } from '../../core/store/store.ts'
import type { UserRecord } from '../model.ts'
import { passkeysOf } from '../passkeys/passkeys.ts'

/**
 * What a user could begin a sign-in with, whatever their pool allows.
 *
 * @see https://github.com/floci-io/floci/blob/main/docs/services/cognito.md for "whatever"
 */
export function authFactorsOf(store: Store, user: UserRecord): AuthFactorType[] {
  const { password, importedHash, attributes } = user
  return [
    ...(password || importedHash ? ['PASSWORD' as const] : []),
    ...(attributes['email_verified'] === 'true' ? ['EMAIL_OTP' as const] : []),
    ...(attributes['phone_number_verified'] === 'true' ? ['SMS_OTP' as const] : []),
    ...(passkeysOf(store, user).length > 0 ? ['WEB_AUTHN' as const] : []),
  ]
}
