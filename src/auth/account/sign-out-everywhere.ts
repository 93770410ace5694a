import { loadAuth } from '../load-auth.ts'
import { callUserPool } from './call-user-pool.ts'

/**
 * GlobalSignOut: all tokens of the person are revoked, this session's among them, and this browser is
 * signed out. Amplify's own call would swallow a failure, and say that people are safe who are not.
 *
 * @param onLeaving as `signOut` has it.
 */
export async function signOutEverywhere(onLeaving: () => void) {
  await callUserPool('GlobalSignOut')
  const auth = await loadAuth()
  return auth.signOut(onLeaving)
}
