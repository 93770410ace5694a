import { confirmSignUp } from '../../user-pools/operations/confirm-sign-up.ts'
import { resendConfirmationCode } from '../../user-pools/operations/resend-confirmation-code.ts'
import { asClient } from '../as-client.ts'
import { parseQuery } from '../authorization-request.ts'
import { requireKnownClient } from '../checks/client.ts'
import { checkMayAct } from '../checks/method.ts'
import type { ManagedLoginContext } from '../context.ts'
import { PageError } from '../errors.ts'
import { htmlResponse } from '../../http/html-response.ts'
import { languageOf } from '../language.ts'
import { noticeOf, openForm, openPage, type OpenForm, type OpenPage } from '../open-page.ts'
import { confirmedPage, confirmPage } from '../pages/confirm-page.ts'
import { codeField, usernameField } from '../pages/fields.ts'
import type { Problem } from '../../authorization-server/field.ts'
import { linkProblemPage } from '../pages/link-problem-page.ts'
import { findApp } from '../pages/way-to-app.ts'
import { findHeldSignIn, goOn } from '../sign-in/pending-sign-in.ts'
import { findSlip, isUsername, problemFrom, typedCode } from '../problem.ts'
import { wordsOf } from '../wording/catalogue.ts'

/** GET /confirmUser: asks for the code; with one in the query it is the link from an e-mail. */
export async function showConfirmUser(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  if (new URL(request.url).searchParams.has('confirmation_code')) {
    return confirmByLink(request, ctx)
  }
  const page = await openPage(ctx, request)
  return show(page, page.data.username)
}

/** POST /confirmUser: confirms and, for whoever signed up at this browser, signs in. */
export async function confirmUser(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  const { authorization, form, frame } = page
  const { words } = frame
  const { pool } = authorization
  const isResend = form.get('intent') === 'resend'
  const username = form.get('username') ?? ''
  const inputs = [usernameField(pool, words), ...(isResend ? [] : [codeField(words)])]
  const slip = findSlip(form, inputs, words)
  if (slip) return show(page, username, slip)
  try {
    return isResend
      ? await resend(ctx, page, username)
      : await confirm(request, ctx, page, username, typedCode(form))
  } catch (error) {
    return show(page, username, problemFrom(error, words))
  }
}

async function confirm(
  request: Request,
  ctx: ManagedLoginContext,
  page: OpenForm,
  username: string,
  ConfirmationCode: string,
): Promise<Response> {
  const { authorization } = page
  const held = await findHeldSignIn(ctx, page, 'SIGN_UP')
  await confirmSignUp({ ...(await asClient(ctx, authorization, username)), ConfirmationCode }, ctx)
  const user = ctx.users.find(authorization.pool, username)
  if (held && user?.username === held.username && user.enabled) {
    const { pool, client } = authorization
    return goOn(ctx, request, page, { pool, client, user, proved: ['SIGN_UP_CODE'] }, held)
  }
  return page.goTo('/login', { username, notice: 'confirmed' })
}

async function resend(
  ctx: ManagedLoginContext,
  page: OpenForm,
  username: string,
): Promise<Response> {
  const call = await asClient(ctx, page.authorization, username)
  const { CodeDeliveryDetails } = await resendConfirmationCode(call, ctx)
  const destination = CodeDeliveryDetails?.Destination
  return page.goTo('/confirmUser', {
    username,
    notice: 'resent',
    ...(page.data.session !== undefined && { session: page.data.session }),
    ...(destination !== undefined && { destination }),
  })
}

function show(page: OpenPage, username: string | undefined, problem?: Problem): Response {
  const { authorization, frame, data } = page
  const notice = noticeOf(page, problem)
  const { pool } = authorization
  const { destination } = data
  const shown = confirmPage({ pool, frame, username, destination, notice, problem })
  return page.show(shown, problem)
}

/** The link knows client, user and code, and no app to go back to. */
async function confirmByLink(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  checkMayAct(request)
  const parameters = parseQuery(new URL(request.url))
  const found = requireKnownClient(ctx, parameters)
  const username = parameters.get('user_name') ?? ''
  if (!isUsername(username)) throw new PageError('invalid_request', { parameter: 'user_name' })
  const call = await asClient(ctx, found, username)
  const words = wordsOf(languageOf(ctx, request))
  const app = findApp(found.client)
  try {
    const ConfirmationCode = parameters.get('confirmation_code') ?? ''
    await confirmSignUp({ ...call, ConfirmationCode }, ctx)
    return htmlResponse(confirmedPage(words, ctx.basePath, app))
  } catch (error) {
    const problem = problemFrom(error, words)
    return htmlResponse(linkProblemPage(words, ctx.basePath, problem, app), { status: 400 })
  }
}
