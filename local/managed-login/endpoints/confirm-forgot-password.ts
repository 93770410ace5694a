import { confirmForgotPassword } from '../../user-pools/operations/confirm-forgot-password.ts'
import { asClient } from '../as-client.ts'
import type { ManagedLoginContext } from '../context.ts'
import { openForm, openPage, type OpenPage } from '../open-page.ts'
import { codeField, usernameField } from '../pages/fields.ts'
import type { Problem } from '../../authorization-server/field.ts'
import { resetPasswordPage } from '../pages/password-pages.ts'
import { findSlip, problemFrom, typedCode } from '../problem.ts'

/** GET /confirmForgotPassword */
export async function showResetPassword(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const page = await openPage(ctx, request)
  return show(page, page.data.username)
}

/** POST /confirmForgotPassword: sets the new password; one signs in with it next. */
export async function resetPassword(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  const { authorization, form, frame } = page
  const { words } = frame
  const username = form.get('username') ?? ''
  const slip = findSlip(
    form,
    [
      usernameField(authorization.pool, words),
      codeField(words),
      { name: 'password', label: words.newPassword },
    ],
    words,
  )
  if (slip) return show(page, username, slip)
  try {
    await confirmForgotPassword(
      {
        ...(await asClient(ctx, authorization, username)),
        ConfirmationCode: typedCode(form),
        Password: form.get('password') ?? '',
      },
      ctx,
    )
    return page.goTo('/login', { username, notice: 'password-changed' })
  } catch (error) {
    return show(page, username, problemFrom(error, words))
  }
}

function show(page: OpenPage, username: string | undefined, problem?: Problem): Response {
  const { authorization, frame, data } = page
  const { pool } = authorization
  const { destination } = data
  const shown = resetPasswordPage({ pool, frame, username, destination, problem })
  return page.show(shown, problem)
}
