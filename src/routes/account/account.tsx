import './account.css'
import { data, redirect, useLoaderData } from 'react-router-dom'
import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  ShouldRevalidateFunctionArgs,
} from 'react-router-dom'
import { endSession } from '../../auth/session/end-session.ts'
import { paths } from '../../navigation/paths.ts'
import { Component as NotFound } from '../not-found/not-found.tsx'
import { explainError } from '../auth/explain-error.ts'
import { activity } from './activity/activity.tsx'
import { deleteAccount } from './delete/delete-account.tsx'
import { overview } from './overview.tsx'
import { Unread } from './parts/unread.tsx'
import { logins } from './logins/logins.tsx'
import { contactTask } from './personal/contact.tsx'
import { personal } from './personal/personal.tsx'
import { prove } from './prove.tsx'
import { role } from './role/role.tsx'
import { authenticatorApp } from './security/authenticator-app.tsx'
import { devices } from './security/devices.tsx'
import { passkeys } from './security/passkeys.tsx'
import { password } from './security/password.tsx'
import { security } from './security/security.tsx'
import { sessions } from './security/sessions.tsx'
import type { Task } from './task.ts'

/**
 * Every address below `/account`. One route for all of them: the list of pages is in the first page's
 * code, and nobody begins here.
 */
const tasks: ReadonlyMap<string, Task> = new Map([
  ['', overview],
  ['activity', activity],
  ['confirm', prove],
  ['delete', deleteAccount],
  ['logins', logins],
  ['personal', personal],
  ['personal/email', contactTask('email')],
  ['personal/phone', contactTask('phone_number')],
  ['role', role],
  ['security', security],
  ['security/authenticator-app', authenticatorApp],
  ['security/devices', devices],
  ['security/passkeys', passkeys],
  ['security/password', password],
  ['security/sessions', sessions],
])

export async function loader(args: LoaderFunctionArgs) {
  const task = tasks.get(nameOf(args))
  if (!task) return data({ name: undefined, page: <NotFound /> }, { status: 404 })
  const name = nameOf(args)
  try {
    return { name, page: await task.load(args) }
  } catch (error) {
    const problem = explainError(error, 'account')
    if (problem.key === 'session-ended') throw leaveEnded(args.request)
    return { name: `${name} unread`, page: <Unread problem={problem} /> }
  }
}

export async function action(args: ActionFunctionArgs) {
  const task = tasks.get(nameOf(args))
  return (await task?.act?.(args)) ?? null
}

/** What was refused has changed nothing. */
export function shouldRevalidate({ actionStatus }: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === undefined || actionStatus < 400
}

export function Component() {
  const { name, page } = useLoaderData<{ name: string | undefined; page: React.ReactElement }>()
  return <div key={name}>{page}</div>
}

function nameOf({ params }: Pick<LoaderFunctionArgs, 'params'>): string {
  return (params['*'] ?? '').replace(/\/$/, '')
}

/** AWS no longer honours the session, whatever this browser still holds of it. */
function leaveEnded(request: Request): Response {
  endSession()
  const { pathname, search } = new URL(request.url)
  return redirect(paths.signIn({ returnTo: pathname + search, notice: 'session-ended' }))
}
