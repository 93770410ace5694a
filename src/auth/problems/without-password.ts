import { passkeyProblems } from './account.ts'
import type { Problem, Problems } from './problem.ts'

const notOffered: Problem = { key: 'way-not-offered' }

// The same words whether or not there is such an account.
export const withoutPasswordProblems: Problems = new Map<string, Problem>([
  ...passkeyProblems,
  ['WayNotOffered', notOffered],
  ['NotAuthorizedException', notOffered],
  ['UserNotFoundException', notOffered],
  ['InvalidParameterException', { key: 'flow-not-allowed' }],
  ['LimitExceededException', { key: 'limit-exceeded' }],
])
