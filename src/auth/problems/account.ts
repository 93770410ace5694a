import type { Problem, Problems } from './problem.ts'

const sessionEnded: Problem = { key: 'session-ended' }

/** Reading, and whatever has no table of its own. Without a form a refusal is the session's. */
export const accountProblems: Problems = new Map<string, Problem>([
  ['NotAuthorizedException', sessionEnded],
  ['UserNotFoundException', sessionEnded],
])

export const changePasswordProblems: Problems = new Map<string, Problem>([
  ['NotAuthorizedException', { key: 'password-wrong', field: 'current' }],
  ['InvalidPasswordException', { key: 'password-refused', field: 'password' }],
  ['PasswordHistoryPolicyViolationException', { key: 'password-refused', field: 'password' }],
  ['InvalidParameterException', { key: 'password-refused', field: 'password' }],
])

export const proofProblems: Problems = new Map<string, Problem>([
  ['NotAuthorizedException', { key: 'password-wrong', field: 'password' }],
])

export const secondStepProblems: Problems = new Map<string, Problem>([
  ...accountProblems,
  ['SoftwareTokenMFANotFoundException', { key: 'app-not-enabled' }],
  ['EnableSoftwareTokenMFAException', { key: 'code-wrong', field: 'code' }],
  ['CodeMismatchException', { key: 'code-wrong', field: 'code' }],
  ['InvalidParameterException', { key: 'factor-not-allowed' }],
])

const misconfigured: Problem = { key: 'passkey-misconfigured' }
const cancelled: Problem = { key: 'passkey-cancelled' }
const failed: Problem = { key: 'passkey-failed' }

export const passkeyProblems: Problems = new Map<string, Problem>([
  ...accountProblems,
  ['WebAuthnNotEnabledException', { key: 'passkeys-not-enabled' }],
  ['FeatureUnavailableInTierException', { key: 'passkeys-not-enabled' }],
  ['WebAuthnConfigurationMissingException', misconfigured],
  ['WebAuthnOriginNotAllowedException', misconfigured],
  ['WebAuthnRelyingPartyMismatchException', misconfigured],
  ['RelyingPartyMismatch', misconfigured],
  ['PasskeyRegistrationCanceled', cancelled],
  ['PasskeyAuthenticationCanceled', cancelled],
  ['PasskeyOperationAborted', cancelled],
  ['PasskeyAlreadyExists', { key: 'passkey-exists' }],
  ['PasskeyNotSupported', { key: 'passkey-not-supported' }],
  ['WebAuthnCredentialNotSupportedException', { key: 'passkey-not-supported' }],
  ['PasskeyRegistrationFailed', failed],
  ['PasskeyRetrievalFailed', failed],
  ['WebAuthnChallengeNotFoundException', failed],
  ['WebAuthnClientMismatchException', failed],
  ['LimitExceededException', { key: 'passkey-limit' }],
])

/** Of the field that has the address. */
const address = 'address'

export const contactProblems: Problems = new Map<string, Problem>([
  ['NotAuthorizedException', { key: 'change-not-allowed' }],
  ['UserNotFoundException', sessionEnded],
  ['AliasExistsException', { key: 'address-taken', field: address }],
  ['UsernameExistsException', { key: 'address-taken', field: address }],
  ['InvalidParameterException', { key: 'address-refused', field: address }],
])

export const confirmContactProblems: Problems = new Map<string, Problem>([
  ['NotAuthorizedException', { key: 'change-not-allowed' }],
  ['UserNotFoundException', sessionEnded],
  ['AliasExistsException', { key: 'address-taken' }],
  ['CodeMismatchException', { key: 'code-wrong', field: 'code' }],
  ['ExpiredCodeException', { key: 'code-expired', field: 'code' }],
  ['InvalidParameterException', { key: 'code-wrong', field: 'code' }],
])
