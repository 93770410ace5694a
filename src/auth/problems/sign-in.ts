import type { Problem, Problems } from './problem.ts'

const wrongCredentials: Problem = { key: 'wrong-credentials' }

// The same words for both, so that the form never tells which accounts exist.
export const signInProblems: Problems = new Map<string, Problem>([
  ['NotAuthorizedException', wrongCredentials],
  ['UserNotFoundException', wrongCredentials],
  ['EmptySignInUsername', { key: 'email-missing', field: 'email' }],
  ['EmptySignInPassword', { key: 'password-missing', field: 'password' }],
  ['InvalidParameterException', { key: 'flow-not-allowed' }],
  ['SignInStepNotSupported', { key: 'step-not-supported' }],
])
