import type { Problem } from '../../../authorization-server/field.ts'
import { arriveWithPassword } from '../../../user-pools/challenges/first-factors/arrive-with-password.ts'
import { provePassword } from '../../../user-pools/challenges/first-factors/password-proof.ts'
import type { UserRecord } from '../../../user-pools/model.ts'
import { isChoiceBased } from '../../sign-in/choice-based.ts'
import type { ManagedLoginContext } from '../../context.ts'
import { goToProvider } from '../../federation/go-to-provider.ts'
import { beginFirstFactor, turnAway } from '../../sign-in/first-factor.ts'
import { noticeOf, openForm, openLoginPage, type OpenForm, type OpenPage } from '../../open-page.ts'
import { passwordField, usernameField } from '../../pages/fields.ts'
import { loginPage } from '../../pages/login-page.ts'
import { providerChoice } from '../../pages/provider-buttons.ts'
import { goOn } from '../../sign-in/pending-sign-in.ts'
import { findEmpty, findSlip, problemFrom } from '../../problem.ts'

/** GET /login: the sign-in page. It is shown to whoever is signed in too. */
export async function showLogin(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openLoginPage(ctx, request)
  const { data, authorization } = page
  const { identityProvider } = authorization
  if (typeof identityProvider === 'object') {
    return goToProvider(ctx, request, authorization, identityProvider)
  }
  return show(page, data.username ?? authorization.loginHint)
}

/**
 * POST /login: signs in with a password, under the same lock as the API; where there is a choice,
 * who it is comes first.
 */
export async function login(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  return isChoiceBased(page.authorization) ? takeName(ctx, page) : takePassword(request, ctx, page)
}

async function takeName(ctx: ManagedLoginContext, page: OpenForm): Promise<Response> {
  const { authorization, form, frame } = page
  const username = form.get('username') ?? ''
  const slip = findSlip(form, [usernameField(authorization.pool, frame.words)], frame.words)
  if (slip) return show(page, username, slip)
  try {
    return await beginFirstFactor(ctx, page, username)
  } catch (error) {
    return show(page, username, problemFrom(error, frame.words))
  }
}

async function takePassword(
  request: Request,
  ctx: ManagedLoginContext,
  page: OpenForm,
): Promise<Response> {
  const { authorization, form, frame } = page
  const { words } = frame
  const username = form.get('username') ?? ''
  const inputs = [usernameField(authorization.pool, words), passwordField(words)]
  const empty = findEmpty(form, inputs, words)
  if (empty) return show(page, username, empty)

  let proved: UserRecord | undefined
  try {
    const password = form.get('password') ?? ''
    const candidate = await arriveWithPassword(ctx, authorization, username, { password })
    const signIn = await provePassword(ctx, candidate, password)
    proved = signIn.user
    return await goOn(ctx, request, page, signIn)
  } catch (error) {
    const elsewhere = await turnAway(ctx, page, error, { username, proved })
    return elsewhere ?? show(page, username, problemFrom(error, words))
  }
}

function show(page: OpenPage, username: string | undefined, problem?: Problem): Response {
  const { authorization, frame } = page
  const shown = loginPage({
    pool: authorization.pool,
    frame,
    choice: providerChoice(authorization, frame),
    asksForPassword: !isChoiceBased(authorization),
    username,
    problem,
    notice: noticeOf(page, problem),
  })
  return page.show(shown, problem)
}
