import type { Problem } from '../../authorization-server/field.ts'
import { redirectTo, redirectUrl } from '../../authorization-server/redirect.ts'
import { beginRegistration, finishRegistration } from '../../user-pools/passkeys/register.ts'
import { signInNameOf } from '../../user-pools/users/username.ts'
import { checkMayAct } from '../checks/method.ts'
import type { ManagedLoginContext } from '../context.ts'
import { openPasskeyForm, openPasskeyPage, type OpenPage, type PageRequest } from '../open-page.ts'
import { addPasskeyPage } from '../pages/passkey-pages.ts'
import { problemFrom } from '../problem.ts'
import type { LoginSession } from '../sessions.ts'

type Page = OpenPage<PageRequest>

/** What the app is told, as `result`. `success` and `invalid_session` are AWS's. */
type Result = 'success' | 'invalid_session' | 'cancelled'

/**
 * GET /passkeys/add: an app sends people here, by `client_id` and `redirect_uri`, to make a passkey
 * for the domain's host. Who they are the domain's session says.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export async function showAddPasskey(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  // It replaces what was to be signed in another tab.
  checkMayAct(request)
  const page = await openPasskeyPage(ctx, request)
  const session = await ctx.loginSessions.find(page.authorization, request)
  return session ? show(ctx, page, session) : goBack(page, 'invalid_session')
}

/** POST /passkeys/add: keeps the passkey that the browser has made, and goes back to the app. */
export async function addPasskey(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openPasskeyForm(ctx, request)
  const { authorization, form, frame } = page
  const session = await ctx.loginSessions.find(authorization, request)
  if (!session) return goBack(page, 'invalid_session')
  if (form.get('intent') === 'later') return goBack(page, 'cancelled')
  const credential = form.get('credential')
  if (credential === undefined) {
    return show(ctx, page, session, { message: frame.words.passkey.needsScript })
  }
  try {
    await finishRegistration(ctx, { ...authorization, ...session }, parseJson(credential))
    return goBack(page, 'success')
  } catch (error) {
    return show(ctx, page, session, problemFrom(error, frame.words))
  }
}

function show(
  ctx: ManagedLoginContext,
  page: Page,
  session: LoginSession,
  problem?: Problem,
): Response {
  const { authorization, frame } = page
  const name = signInNameOf(authorization.pool, session.user)
  const begun = begin(ctx, page, session)
  const fault = 'fault' in begun ? begun.fault : problem
  const options = 'options' in begun ? begun.options : undefined
  return page.show(addPasskeyPage({ frame, name, options, problem: fault }), fault, {
    runsOwnScripts: true,
  })
}

/** Where there can be no passkey, or no other one, the page says so and asks for none. */
function begin(
  ctx: ManagedLoginContext,
  { authorization, frame }: Page,
  session: LoginSession,
): { options: object } | { fault: Problem } {
  try {
    return { options: beginRegistration(ctx, { ...authorization, ...session }) }
  } catch (error) {
    return { fault: problemFrom(error, frame.words) }
  }
}

function goBack({ authorization }: Page, result: Result): Response {
  return redirectTo(redirectUrl(authorization.redirectUri, { result }, 'query'))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
