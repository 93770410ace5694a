import type { Problem, Problems } from './problem.ts'

const over: Problem = { key: 'second-factor-over' }
const wrong: Problem = { key: 'code-wrong', field: 'code' }

export const secondFactorProblems: Problems = new Map<string, Problem>([
  // Amplify has no sign-in under way; or Cognito's session of it is over or used, or codes are locked.
  ['SignInException', over],
  ['NotAuthorizedException', over],
  ['UserNotFoundException', over],
  ['EmptyChallengeResponse', { key: 'code-missing', field: 'code' }],
  ['CodeMismatchException', wrong],
  ['EnableSoftwareTokenMFAException', wrong],
  ['ExpiredCodeException', { key: 'code-used', field: 'code' }],
])
