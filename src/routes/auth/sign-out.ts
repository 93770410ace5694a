import { redirect } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { loadAuth } from '../../auth/load-auth.ts'
import { forgetSession } from '../../auth/session.ts'
import { paths } from '../../navigation/paths.ts'

/** Signing out is a write, so opening the address does nothing but lead home. */
export function loader() {
  return redirect(paths.home())
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  try {
    const auth = await loadAuth()
    await auth.signOut()
  } catch {
    // Offline the tokens cannot be revoked, but they can be forgotten: whoever signs out is out.
    forgetSession()
  }
  return redirect(form.get('next') === 'sign-in' ? paths.signIn() : paths.home())
}
