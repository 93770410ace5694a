import type { Problem, Problems } from './problem.ts'

const expired: Problem = { key: 'sign-in-expired' }

export const ownPasswordProblems: Problems = new Map<string, Problem>([
  // Amplify has no sign-in under way, or Cognito's session of it is over, used or overtaken.
  ['SignInException', expired],
  ['NotAuthorizedException', expired],
  ['UserNotFoundException', expired],
  ['EmptyChallengeResponse', { key: 'password-missing', field: 'password' }],
  ['InvalidPasswordException', { key: 'password-refused', field: 'password' }],
  ['PasswordHistoryPolicyViolationException', { key: 'password-refused', field: 'password' }],
  ['InvalidParameterException', { key: 'attribute-refused' }],
])
