import type { Problem } from '../../authorization-server/field.ts'
import { answerChallenge } from '../../user-pools/challenges/answer-challenge.ts'
import { deliveryDetails } from '../../user-pools/codes/delivery.ts'
import type { FoundSession } from '../../user-pools/sign-in/sessions.ts'
import type { ManagedLoginContext } from '../context.ts'
import { openForm, openPage, type OpenPage } from '../open-page.ts'
import { secondFactorField, secondFactorPage } from '../pages/second-factor-page.ts'
import { findHeldSignIn, goOn, signInAgain } from '../pending-sign-in.ts'
import { findSlip, problemFrom, typedCode } from '../problem.ts'

/** The key of the answer, by challenge. */
const codeKeys = {
  SOFTWARE_TOKEN_MFA: 'SOFTWARE_TOKEN_MFA_CODE',
  SMS_MFA: 'SMS_MFA_CODE',
  EMAIL_MFA: 'EMAIL_OTP_CODE',
} as const

type Held = FoundSession<keyof typeof codeKeys>

/** GET /mfa: asks for the code of a second factor. */
export async function showSecondFactor(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const page = await openPage(ctx, request)
  const held = await findHeld(ctx, page)
  return held ? show(page, held) : signInAgain(page)
}

/** POST /mfa: proves a second factor and signs in, under the same lock as the API. */
export async function proveSecondFactor(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const page = await openForm(ctx, request)
  const { authorization, data, form, frame } = page
  const { words } = frame
  const held = await findHeld(ctx, page)
  if (!held || data.session === undefined) return signInAgain(page)
  const slip = findSlip(form, [secondFactorField(held.kind, words)], words)
  if (slip) return show(page, held, slip)
  try {
    const responses = { USERNAME: held.username, [codeKeys[held.kind]]: typedCode(form) }
    const signIn = await answerChallenge(ctx, authorization, held.kind, data.session, responses)
    return await goOn(ctx, request, page, signIn)
  } catch (error) {
    return show(page, held, problemFrom(error, words))
  }
}

async function findHeld(ctx: ManagedLoginContext, page: OpenPage): Promise<Held | undefined> {
  return (
    (await findHeldSignIn(ctx, page, 'SOFTWARE_TOKEN_MFA')) ??
    (await findHeldSignIn(ctx, page, 'SMS_MFA')) ??
    (await findHeldSignIn(ctx, page, 'EMAIL_MFA'))
  )
}

function show(page: OpenPage, held: Held, problem?: Problem): Response {
  const { frame } = page
  const destination = 'code' in held ? deliveryDetails(held.code).Destination : undefined
  const shown = secondFactorPage({ frame, kind: held.kind, destination, problem })
  return page.show(shown, problem ? 400 : 200)
}
