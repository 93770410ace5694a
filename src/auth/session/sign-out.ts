import * as amplify from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { withoutReads } from '../pacing/reads-of-session.ts'
import { canReachDomain, logoutAddress } from '../redirect/can-reach-domain.ts'
import { takeFlow } from '../redirect/flow.ts'
import { openDomain } from '../redirect/open-domain.ts'
import { tabNotes } from './browser-storage.ts'
import { forgetSession } from './session.ts'
import type { SignOutNote } from './sign-out-note.ts'

/** What the person has begun in this tab: an authenticator app's secret, an address, an end. */
const unfinished = ['pending-app', 'pending-contact', 'deletion-begun']

/**
 * Revokes the refresh token where AWS can be reached, and forgets the session either way.
 *
 * @param onLeaving called before the browser is sent to end the domain's session, too.
 * @returns `left` where the browser is on its way to the domain, which sends it back to `/`.
 */
export async function signOut(onLeaving?: () => void): Promise<SignOutNote['domain']> {
  takeFlow()
  const { authTokenStore } = cognitoUserPoolsTokenProvider
  const isRedirected = (await authTokenStore.getOAuthMetadata())?.oauthSignIn === true
  const canLeave = isRedirected && (await canReachDomain())
  // Amplify would go to the domain whether it can be reached or not, and on the local AWS by https.
  if (isRedirected) await authTokenStore.setOAuthMetadata({ oauthSignIn: false })
  if (canLeave) onLeaving?.()
  try {
    await withoutReads(() => amplify.signOut())
  } finally {
    forgetSession()
    for (const key of unfinished) tabNotes.remove(key)
  }
  if (canLeave) await openDomain(logoutAddress())
  return canLeave ? 'left' : isRedirected ? 'unreached' : 'none'
}
