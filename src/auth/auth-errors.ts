import {
  accountProblems,
  changePasswordProblems,
  confirmContactProblems,
  contactProblems,
  passkeyProblems,
  proofProblems,
  secondStepProblems,
} from './problems/account.ts'
import { commonProblems } from './problems/common.ts'
import { ownPasswordProblems } from './problems/own-password.ts'
import { redirectProblems } from './problems/redirect.ts'
import { confirmResetProblems, requestResetProblems } from './problems/reset-password.ts'
import type { Problem, Problems } from './problems/problem.ts'
import { secondFactorProblems } from './problems/second-factor.ts'
import { signInProblems } from './problems/sign-in.ts'
import {
  asksForMore,
  confirmSignUpProblems,
  mayNotWrite,
  resendProblems,
  signUpProblems,
} from './problems/sign-up.ts'
import { findStopped } from './problems/stopped.ts'
import { withoutPasswordProblems } from './problems/without-password.ts'

const problemsOf = {
  signIn: signInProblems,
  withoutPassword: withoutPasswordProblems,
  signUp: signUpProblems,
  confirmSignUp: confirmSignUpProblems,
  resendCode: resendProblems,
  requestReset: requestResetProblems,
  confirmReset: confirmResetProblems,
  ownPassword: ownPasswordProblems,
  secondFactor: secondFactorProblems,
  redirect: redirectProblems,
  account: accountProblems,
  changePassword: changePasswordProblems,
  prove: proofProblems,
  secondStep: secondStepProblems,
  passkey: passkeyProblems,
  contact: contactProblems,
  confirmContact: confirmContactProblems,
} satisfies Record<string, Problems>

export type AuthOperation = keyof typeof problemsOf

/**
 * What went wrong, for a form to show: names decide and messages do not, since AWS rewords them, but
 * where it has one name for two things (`asksForMore`, `mayNotWrite`, `findStopped`).
 *
 * @throws `error` itself where neither Cognito nor Amplify raised it, for the route's boundary.
 */
export function problemFrom(error: unknown, operation: AuthOperation): Problem {
  if (!(error instanceof Error)) throw error
  if (operation === 'signUp' && asksForMore(error)) return { key: 'sign-up-asks-for-more' }
  if (operation === 'signUp' && mayNotWrite(error)) return { key: 'pool-misconfigured' }
  const stopped = findStopped(error)
  if (stopped) return stopped
  const known = problemsOf[operation].get(error.name) ?? commonProblems.get(error.name)
  if (known) return known
  if (isAmplifyError(error)) return { key: 'unexpected' }
  throw error
}

/** By shape: importing the class would bring Amplify along. */
function isAmplifyError(error: Error): boolean {
  return 'recoverySuggestion' in error
}
