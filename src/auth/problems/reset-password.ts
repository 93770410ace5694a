import type { Problem, Problems } from './problem.ts'

export const requestResetProblems: Problems = new Map<string, Problem>([
  ['EmptyResetPasswordUsername', { key: 'email-missing', field: 'email' }],
])

const wrongCode: Problem = { key: 'code-wrong', field: 'code' }

export const confirmResetProblems: Problems = new Map<string, Problem>([
  ['CodeMismatchException', wrongCode],
  ['UserNotFoundException', wrongCode],
  ['NotAuthorizedException', wrongCode],
  ['UserNotConfirmedException', wrongCode],
  ['ExpiredCodeException', { key: 'code-expired', field: 'code' }],
  ['EmptyConfirmResetPasswordConfirmationCode', { key: 'code-missing', field: 'code' }],
  ['EmptyConfirmResetPasswordNewPassword', { key: 'password-missing', field: 'password' }],
  ['InvalidPasswordException', { key: 'password-refused', field: 'password' }],
  ['PasswordHistoryPolicyViolationException', { key: 'password-refused', field: 'password' }],
  ['InvalidParameterException', { key: 'password-refused', field: 'password' }],
])
