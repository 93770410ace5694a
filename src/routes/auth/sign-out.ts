import { redirect } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { loadAuth } from '../../auth/load-auth.ts'
import { whenBroughtBack } from '../../auth/redirect/when-brought-back.ts'
import { isRedirected } from '../../auth/redirect/flow.ts'
import { forgetSession } from '../../auth/session/session.ts'
import { noteSignOut } from '../../auth/session/sign-out-note.ts'
import { paths } from '../../navigation/paths.ts'
import { textOf } from './check-form.ts'

/** Signing out is a write, so opening the address does nothing but lead home. */
export function loader() {
  return redirect(paths.home())
}

/** `next=sign-in` or `sign-up` makes room for another account, who goes on to `returnTo`. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const returnTo = textOf(form, 'returnTo') || undefined
  const next = nextPage(textOf(form, 'next'), returnTo)
  const domain = await signOut(next)
  if (domain === 'left') await whenBroughtBack()
  else if (next === undefined) noteSignOut({ domain })
  return redirect(next ?? paths.home())
}

function nextPage(page: string, returnTo: string | undefined): string | undefined {
  if (page === 'sign-in') return paths.signIn({ returnTo, notice: 'signed-out' })
  return page === 'sign-up' ? paths.signUp({ returnTo }) : undefined
}

async function signOut(next: string | undefined) {
  try {
    const auth = await loadAuth()
    return await auth.signOut(() => noteSignOut({ domain: 'left', ...(next && { next }) }))
  } catch {
    // Offline the tokens cannot be revoked, but they can be forgotten: whoever signs out is out.
    const domain = isRedirected() ? 'unreached' : 'none'
    forgetSession()
    return domain
  }
}
