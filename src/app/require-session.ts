import { redirect } from 'react-router-dom'
import type { MiddlewareFunction } from 'react-router-dom'
import { loadAuth } from '../auth/load-auth.ts'
import { readSession } from '../auth/session/session.ts'
import { otherTabsAsked } from '../auth/session/sharing.ts'
import { paths } from '../navigation/paths.ts'

/**
 * Leads signed-out visitors to the sign-in page, and from there back to where they were going. The
 * route's own loaders and actions run after it, with Amplify configured.
 *
 * It decides what a person sees, and protects nothing: AWS does, by checking tokens.
 */
export const requireSession: MiddlewareFunction = async function requireSession({ request }) {
  await loadAuth()
  if (readSession() === 'signed-out') await otherTabsAsked()
  if (readSession() === 'signed-in') return
  const { pathname, search } = new URL(request.url)
  throw redirect(paths.signIn({ returnTo: pathname + search }))
}
