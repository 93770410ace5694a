import type { Problem } from '../../authorization-server/field.ts'
import { answerChallenge } from '../../user-pools/challenges/answer-challenge.ts'
import { associateSoftwareToken } from '../../user-pools/operations/mfa/associate-software-token.ts'
import { verifySoftwareToken } from '../../user-pools/operations/mfa/verify-software-token.ts'
import type { FoundSession } from '../../user-pools/sign-in/sessions.ts'
import { signInNameOf } from '../../user-pools/users/username.ts'
import type { ManagedLoginContext } from '../context.ts'
import { openForm, openPage, type OpenForm, type OpenPage } from '../open-page.ts'
import { codeField } from '../pages/fields.ts'
import { emailField, setUpAppPage, setUpEmailPage } from '../pages/set-up-pages.ts'
import { findHeldSignIn, goOn, signInAgain } from '../pending-sign-in.ts'
import { findSlip, problemFrom, typedCode } from '../problem.ts'

const kind = 'MFA_SETUP'
type Held = FoundSession<typeof kind>

/**
 * GET /setUpMfa: what the pool requires is set up here, an authenticator app before an address. Its
 * secret is made once: a reload shows the same.
 */
export async function showSetUp(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openPage(ctx, request)
  const held = await findHeldSignIn(ctx, page, kind)
  if (!held || page.data.session === undefined) return signInAgain(page)
  if (!offersApp(held) || held.token) return show(ctx, page, held)
  const { Session } = await associateSoftwareToken({ Session: page.data.session }, ctx)
  return page.goTo('/setUpMfa', { session: Session ?? '' })
}

/** POST /setUpMfa: verifies the app, or takes the address, and goes on. */
export async function setUpFactor(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  const held = await findHeldSignIn(ctx, page, kind)
  if (!held || page.data.session === undefined) return signInAgain(page)
  const { words } = page.frame
  const input = offersApp(held) ? codeField(words) : emailField(words)
  const slip = findSlip(page.form, [input], words)
  if (slip) return show(ctx, page, held, slip)
  try {
    const session = offersApp(held)
      ? await verifyApp(ctx, page, page.data.session)
      : page.data.session
    const email = page.form.get('email')
    const responses = { USERNAME: held.username, ...(email !== undefined && { EMAIL: email }) }
    const signIn = await answerChallenge(ctx, page.authorization, kind, session, responses)
    return await goOn(ctx, request, page, signIn)
  } catch (error) {
    return show(ctx, page, held, problemFrom(error, words))
  }
}

async function verifyApp(
  ctx: ManagedLoginContext,
  { form }: OpenForm,
  session: string,
): Promise<string> {
  const code = { Session: session, UserCode: typedCode(form) }
  const { Session = '' } = await verifySoftwareToken(code, ctx)
  return Session
}

function offersApp({ factors }: Held): boolean {
  return factors.includes('SOFTWARE_TOKEN_MFA')
}

function show(ctx: ManagedLoginContext, page: OpenPage, held: Held, problem?: Problem): Response {
  const { frame } = page
  const { pool } = page.authorization
  const status = problem ? 400 : 200
  if (!offersApp(held)) return page.show(setUpEmailPage({ frame, problem }), status)
  const user = ctx.users.find(pool, held.username)
  const name = user ? signInNameOf(pool, user) : held.username
  const secret = held.token?.secret ?? ''
  return page.show(setUpAppPage({ frame, name, secret, problem }), status)
}
