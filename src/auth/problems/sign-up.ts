import type { Problem, Problems } from './problem.ts'

export const signUpProblems: Problems = new Map<string, Problem>([
  ['UsernameExistsException', { key: 'account-exists', field: 'email' }],
  ['InvalidPasswordException', { key: 'password-refused', field: 'password' }],
  ['EmptySignUpUsername', { key: 'email-missing', field: 'email' }],
  ['EmptySignUpPassword', { key: 'password-missing', field: 'password' }],
  // The pool lets administrators alone create accounts.
  ['NotAuthorizedException', { key: 'sign-up-closed' }],
])

/**
 * Cognito has one name for a malformed address and for a required attribute that was not given, and
 * tells them apart by words alone: “Attributes did not conform to the schema: …: The attribute … is
 * required”.
 *
 * @see https://github.com/furaiev/amazon-cognito-identity-dart-2/issues/89
 */
export function asksForMore({ name, message }: Error): boolean {
  return name === 'InvalidParameterException' && /attribute .*\bis required/i.test(message)
}

/** One name for a pool that is closed, and for an attribute that the app client may not write. */
export function mayNotWrite({ name, message }: Error): boolean {
  return name === 'NotAuthorizedException' && /unauthorized attribute/i.test(message)
}

export const confirmSignUpProblems: Problems = new Map<string, Problem>([
  ['CodeMismatchException', { key: 'code-wrong', field: 'code' }],
  ['ExpiredCodeException', { key: 'code-expired', field: 'code' }],
  ['EmptyConfirmSignUpCode', { key: 'code-missing', field: 'code' }],
  ['EmptyConfirmSignUpUsername', { key: 'email-missing', field: 'email' }],
  ['InvalidParameterException', { key: 'code-wrong', field: 'code' }],
  // "Current status is CONFIRMED": a second submit, or another tab was faster.
  ['NotAuthorizedException', { key: 'already-confirmed' }],
  ['AliasExistsException', { key: 'account-exists' }],
  // As for a wrong code, so that the form never tells which accounts exist.
  ['UserNotFoundException', { key: 'code-wrong', field: 'code' }],
])

export const resendProblems: Problems = new Map<string, Problem>([
  ['InvalidParameterException', { key: 'already-confirmed' }],
  ['NotAuthorizedException', { key: 'already-confirmed' }],
  ['UserNotFoundException', { key: 'account-unknown' }],
])
