import type { UserPoolError, UserPoolErrorCode } from '../user-pools/errors.ts'

/** What user pools refuse on the pages, told apart as far as people can do something about it. */
export type Refusal =
  | 'askAdministrator'
  | 'cannotResend'
  | 'cannotReset'
  | 'codeUsed'
  | 'codesLocked'
  | 'confirmedAlready'
  | 'disabled'
  | 'expiredCode'
  | 'lockedOut'
  | 'nameLikeAddress'
  | 'nameTaken'
  | 'noSecondFactor'
  | 'notAnEmail'
  | 'notAnAddress'
  | 'notAPhoneNumber'
  | 'passkeyRefused'
  | 'passkeysOff'
  | 'passwordLacksLowercase'
  | 'passwordLacksNumber'
  | 'passwordLacksSymbol'
  | 'passwordLacksUppercase'
  | 'passwordLeaked'
  | 'passwordTooShort'
  | 'passwordUsedBefore'
  | 'requestBlocked'
  | 'signInBlocked'
  | 'signUpClosed'
  | 'startAgain'
  | 'temporaryExpired'
  | 'tooManyCodes'
  | 'tooManyPasskeys'
  | 'tooOften'
  | 'undelivered'
  | 'unknownUser'
  | 'wrongCode'
  | 'wrongPassword'

const byCode: Partial<Record<UserPoolErrorCode, Refusal>> = {
  AliasExistsException: 'nameTaken',
  CodeDeliveryFailureException: 'undelivered',
  CodeMismatchException: 'wrongCode',
  EnableSoftwareTokenMFAException: 'wrongCode',
  PasswordHistoryPolicyViolationException: 'passwordUsedBefore',
  TooManyFailedAttemptsException: 'tooManyCodes',
  UserNotFoundException: 'unknownUser',
  WebAuthnChallengeNotFoundException: 'passkeyRefused',
  WebAuthnConfigurationMissingException: 'passkeysOff',
  WebAuthnCredentialNotSupportedException: 'passkeyRefused',
  WebAuthnNotEnabledException: 'passkeysOff',
  WebAuthnOriginNotAllowedException: 'passkeyRefused',
  WebAuthnRelyingPartyMismatchException: 'passkeyRefused',
  UsernameExistsException: 'nameTaken',
}

/**
 * These codes serve for many things, and Cognito tells them apart by its sentences alone. They are
 * the source text of a translation; what is not here is shown as it is. A test finds each of them in
 * `user-pools/`.
 */
const manifold: ReadonlySet<UserPoolErrorCode> = new Set([
  'ExpiredCodeException',
  'InvalidParameterException',
  'InvalidPasswordException',
  'LimitExceededException',
  'NotAuthorizedException',
])

export const sentences: readonly (readonly [sentence: string, refusal: Refusal])[] = [
  ['Incorrect username or password.', 'wrongPassword'],
  ['Password attempts exceeded', 'lockedOut'],
  ['Too many invalid credentials attempts.', 'codesLocked'],
  ['Your software token has already been used once.', 'codeUsed'],
  ['Invalid code provided, please request a code again.', 'expiredCode'],
  ['The user has no second factor', 'noSecondFactor'],
  ['User is disabled.', 'disabled'],
  ['User is already confirmed.', 'confirmedAlready'],
  ['User cannot be confirmed.', 'confirmedAlready'],
  ['Cannot resend codes.', 'cannotResend'],
  ['User password cannot be reset in the current state.', 'cannotReset'],
  ['Cannot reset password for the user', 'cannotReset'],
  ['Contact administrator to reset password', 'askAdministrator'],
  ['SignUp is not permitted for this user pool', 'signUpClosed'],
  ['Invalid session for the user', 'startAgain'],
  ['Temporary password has expired', 'temporaryExpired'],
  ['Username should be an email.', 'notAnEmail'],
  ['Invalid email address format.', 'notAnEmail'],
  ['Username should be a phone number.', 'notAPhoneNumber'],
  ['Invalid phone number format.', 'notAPhoneNumber'],
  ['Username should be either an email or a phone number.', 'notAnAddress'],
  ['Username cannot be of email format', 'nameLikeAddress'],
  ['Username cannot be of phone number format', 'nameLikeAddress'],
  ['Unable to login because of security reasons.', 'signInBlocked'],
  ['Request not allowed due to security reasons.', 'requestBlocked'],
  ['Provided password cannot be used for security reasons.', 'passwordLeaked'],
  ['Password not long enough', 'passwordTooShort'],
  ['The user has as many passkeys as may be.', 'tooManyPasskeys'],
  ['Attempt limit exceeded', 'tooOften'],
  ['Password must have lowercase characters', 'passwordLacksLowercase'],
  ['Password must have numeric characters', 'passwordLacksNumber'],
  ['Password must have symbol characters', 'passwordLacksSymbol'],
  ['Password must have uppercase characters', 'passwordLacksUppercase'],
]

/** Undefined for what only its own words can say: a rule for an attribute, a trigger's refusal. */
export function refusalOf({ code, message }: UserPoolError): Refusal | undefined {
  if (!manifold.has(code)) return byCode[code]
  return sentences.find(([sentence]) => message.includes(sentence))?.[1]
}
