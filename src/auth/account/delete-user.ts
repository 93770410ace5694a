import { tabNotes } from '../session/browser-storage.ts'
import { holdsSession } from '../session/holds-session.ts'
import { forgetSession } from '../session/session.ts'
import { noteSignOut } from '../session/sign-out-note.ts'
import { forgetCredentials } from '../session/tokens.ts'
import { takeFlow } from '../redirect/flow.ts'
import { callUserPool } from './call-user-pool.ts'

/**
 * DeleteUser: the user is gone, and with it the password, second factors, passkeys, devices, links to
 * providers and sessions. This browser forgets the session.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html
 */
export async function deleteUser(): Promise<void> {
  try {
    await callUserPool('DeleteUser')
  } catch (error) {
    if (!(await isGone(error))) throw error
  }
  takeFlow()
  noteSignOut({ domain: 'deleted' })
  forgetSession()
  forgetCredentials()
  tabNotes.remove(key)
}

/** The answer to an earlier try got lost: a pool does not take the token of nobody. */
async function isGone(error: unknown): Promise<boolean> {
  const { name } = error as Error
  if (name === 'UserNotFoundException') return true
  return name === 'NotAuthorizedException' && wasBegun() && !(await holdsSession())
}

const key = 'deletion-begun'

/** Whether deleting was cut off in this tab: what is left of the account can still be deleted. */
export function wasBegun(): boolean {
  return tabNotes.get(key) !== undefined
}

export function noteBegun(): void {
  tabNotes.set(key, 'yes')
}
