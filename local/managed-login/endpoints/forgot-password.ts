import { forgotPassword } from '../../user-pools/operations/forgot-password.ts'
import { asClient } from '../as-client.ts'
import type { ManagedLoginContext } from '../context.ts'
import { noticeOf, openForm, openPage, type OpenPage } from '../open-page.ts'
import { usernameField } from '../pages/fields.ts'
import type { Problem } from '../../authorization-server/field.ts'
import { forgotPasswordPage } from '../pages/password-pages.ts'
import { findSlip, problemFrom } from '../problem.ts'

/** GET /forgotPassword */
export async function showForgotPassword(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const page = await openPage(ctx, request)
  return show(page, page.data.username)
}

/** POST /forgotPassword: sends a code, or pretends to, and goes on to ask for it. */
export async function sendResetCode(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  const { authorization, form, frame } = page
  const { words } = frame
  const slip = findSlip(form, [usernameField(authorization.pool, words)], words)
  const username = form.get('username') ?? ''
  if (slip) return show(page, username, slip)
  try {
    const call = await asClient(ctx, authorization, username)
    const { CodeDeliveryDetails } = await forgotPassword(call, ctx)
    const destination = CodeDeliveryDetails?.Destination
    return page.goTo('/confirmForgotPassword', {
      username,
      ...(destination !== undefined && { destination }),
    })
  } catch (error) {
    return show(page, username, problemFrom(error, words))
  }
}

function show(page: OpenPage, username: string | undefined, problem?: Problem): Response {
  const { authorization, frame, data } = page
  const notice = noticeOf(page, problem)
  const { pool } = authorization
  // Whoever reset it has had a code sent.
  const mayHaveCode = data.notice === 'reset-required'
  const shown = forgotPasswordPage({ pool, frame, username, notice, problem, mayHaveCode })
  return page.show(shown, problem)
}
