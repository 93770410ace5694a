import * as amplify from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'
import { loadAuth } from '../load-auth.ts'
import { callUserPool } from './call-user-pool.ts'

/**
 * Both are clear text, and go over TLS. Every session stays signed in.
 *
 * @param previous undefined for somebody who has none; Amplify's call would not go without one.
 */
export async function changePassword(previous: string | undefined, next: string): Promise<void> {
  if (previous === undefined) {
    await callUserPool('ChangePassword', { ProposedPassword: next })
    return
  }
  await loadAuth()
  await amplify.updatePassword(userPoolOnly(), { oldPassword: previous, newPassword: next })
}
