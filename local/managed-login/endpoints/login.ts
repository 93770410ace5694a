import { findCandidate } from '../../user-pools/challenges/candidate.ts'
import { provePassword } from '../../user-pools/challenges/password-proof.ts'
import { UserPoolError } from '../../user-pools/errors.ts'
import type { UserRecord } from '../../user-pools/model.ts'
import type { ManagedLoginContext } from '../context.ts'
import { goToProvider } from '../federation/go-to-provider.ts'
import { noticeOf, openForm, openLoginPage, type OpenPage } from '../open-page.ts'
import { passwordField, usernameField } from '../pages/fields.ts'
import type { Problem } from '../../authorization-server/field.ts'
import { providerChoice } from '../pages/provider-buttons.ts'
import { loginPage } from '../pages/login-page.ts'
import { goOn, holdSignUp } from '../pending-sign-in.ts'
import { findEmpty, problemFrom } from '../problem.ts'

/** GET /login: the sign-in page. It is shown to whoever is signed in too. */
export async function showLogin(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openLoginPage(ctx, request)
  const { data, authorization } = page
  const { identityProvider } = authorization
  if (typeof identityProvider === 'object') {
    return goToProvider(ctx, request, authorization, identityProvider)
  }
  return show(page, data.username ?? authorization.loginHint, undefined)
}

/** POST /login: signs in with a password, under the same lock as the API. */
export async function login(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  const { authorization, form, frame } = page
  const { words } = frame
  const { pool } = authorization
  const username = form.get('username') ?? ''
  const empty = findEmpty(form, [usernameField(pool, words), passwordField(words)], words)
  if (empty) return show(page, username, empty)

  let proved: UserRecord | undefined
  try {
    const candidate = await findCandidate(ctx, authorization, username)
    const signIn = await provePassword(ctx, candidate, form.get('password') ?? '')
    proved = signIn.user
    return await goOn(ctx, request, page, signIn)
  } catch (error) {
    const code = error instanceof UserPoolError ? error.code : undefined
    if (code === 'UserNotConfirmedException') {
      // It is said whatever the password; the right one only is remembered, to sign in by the code.
      const session = proved && (await holdSignUp(ctx, authorization, proved))
      return page.goTo('/confirmUser', { username, ...(session !== undefined && { session }) })
    }
    if (code === 'PasswordResetRequiredException') {
      return page.goTo('/forgotPassword', { username, notice: 'reset-required' })
    }
    return show(page, username, problemFrom(error, words))
  }
}

function show(
  page: OpenPage,
  username: string | undefined,
  problem: Problem | undefined,
): Response {
  const { authorization, frame } = page
  const notice = noticeOf(page, problem)
  const { pool } = authorization
  const choice = providerChoice(authorization, frame)
  const shown = loginPage({ pool, frame, choice, username, problem, notice })
  return page.show(shown, problem)
}
