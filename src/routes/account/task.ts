import type { ReactElement } from 'react'
import { data, redirect } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import { readMe, type Me } from '../../auth/account/me.ts'
import { countOtherSessions } from '../../auth/account/user-sessions.ts'
import type { AuthOperation } from '../../auth/auth-errors.ts'
import { endSession } from '../../auth/session/end-session.ts'
import { holdsSession } from '../../auth/session/holds-session.ts'
import { accountPaths } from '../../navigation/account-paths.ts'
import { paths } from '../../navigation/paths.ts'
import { explainError } from '../auth/explain-error.ts'
import type { FormAnswer, FormProblem } from '../auth/form-problems.ts'
import type { accountCentreWords } from '#words/account-centre'

/** One of the pages below `/account`. */
export interface Task {
  /** Reads what the page shows. */
  load: (args: LoaderFunctionArgs) => Promise<ReactElement>
  act?: (args: ActionFunctionArgs) => Promise<unknown>
}

export type Done = keyof typeof accountCentreWords.done

/** What an action answers: what is wrong, or what is done. */
export interface AccountAnswer extends FormAnswer {
  done?: Done | undefined
  /** Whether it offers to end the sessions elsewhere, and how many those are, where it is known. */
  others?: { count: number | undefined } | undefined
}

/** After these somebody else may still be in. */
const offersToEndOthers: ReadonlySet<Done> = new Set([
  'password-changed',
  'app-on',
  'app-off',
  'factor-off',
  'passkey-deleted',
  'email-changed',
  'phone-changed',
])

export async function done(key: Done): Promise<AccountAnswer> {
  const others = offersToEndOthers.has(key) ? { count: await countOtherSessions() } : undefined
  return { problems: [], done: key, others }
}

/**
 * @throws a way to the sign-in page where the session is what has ended; `error` itself where it is
 *   nothing that a person can act on.
 */
export async function refuseOrLeave(error: unknown, operation: AuthOperation, request: Request) {
  const problem = explainError(error, operation)
  const isRefusal = problem.name === 'NotAuthorizedException'
  if (problem.key !== 'session-ended' && !(isRefusal && !(await holdsSession()))) {
    return refuse(problem)
  }
  endSession()
  throw redirect(paths.signIn({ returnTo: placeOf(request), notice: 'session-ended' }))
}

export function refuse(...problems: FormProblem[]) {
  return data<AccountAnswer>({ problems }, { status: 400 })
}

/** Before a change that a thief would make first. @throws a way to the page that asks for a proof. */
export async function requireFreshProof(request: Request): Promise<Me> {
  const me = await readMe()
  if (!me.isFresh) throw redirect(accountPaths.prove({ returnTo: placeOf(request) }))
  return me
}

function placeOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return pathname + search
}
