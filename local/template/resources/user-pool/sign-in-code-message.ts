import type { UserPoolConfig } from '../../../user-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { withCode } from './verification-message.ts'

/** The template's words for a one-time code to sign in with, or those that Cognito has of its own. */
export function readSignInCodeMessage(pool: PropertyReader): UserPoolConfig['signInCodeMessage'] {
  const words = 'Your authentication code is {####}.'
  return {
    emailSubject: pool.string('EmailAuthenticationSubject') ?? 'Your authentication code',
    emailMessage: withCode(pool, 'EmailAuthenticationMessage') ?? words,
    smsMessage: withCode(pool, 'SmsAuthenticationMessage') ?? words,
  }
}
