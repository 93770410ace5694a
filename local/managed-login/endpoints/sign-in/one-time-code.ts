import type { Problem } from '../../../authorization-server/field.ts'
import { answerFirstFactor } from '../../../user-pools/challenges/answer-first-factor.ts'
import { deliveryDetails } from '../../../user-pools/codes/delivery.ts'
import { consumeSession, type SentCode } from '../../../user-pools/sign-in/sessions.ts'
import type { ManagedLoginContext } from '../../context.ts'
import {
  answerFactor,
  askAt,
  findFirstFactor,
  findOther,
  type AtFirstFactor,
} from '../../first-factor.ts'
import { noticeOf, openForm, openPage } from '../../open-page.ts'
import { oneTimeCodePage, sentCodeField } from '../../pages/first-factor-pages.ts'
import { signInAgain } from '../../pending-sign-in.ts'
import { findEmpty, problemFrom, typedCode } from '../../problem.ts'

/** GET /oneTimeCode: asks for the code that was sent. */
export async function showOneTimeCode(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const page = await openPage(ctx, request)
  const at = await findFirstFactor(ctx, page)
  if (!at) return signInAgain(page)
  const { code } = at.held
  return code ? show(at, code) : page.goTo('/selectFactor', page.data)
}

/** POST /oneTimeCode: signs in by the code, or sends another one. */
export async function enterOneTimeCode(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const page = await openForm(ctx, request)
  const at = await findFirstFactor(ctx, page)
  if (!at) return signInAgain(page)
  const { code } = at.held
  if (!code) return page.goTo('/selectFactor', page.data)
  const { form, frame } = page
  const other = findOther(at, form)
  if (other) return show(at, code, other)
  if (form.get('intent') === 'resend') return resend(at, code)
  const empty = findEmpty(form, [sentCodeField(code, frame.words)], frame.words)
  if (empty) return show(at, code, empty)
  const factor = factorOf(code)
  const answer = { name: factor, responses: { [`${factor}_CODE`]: typedCode(form) } }
  return answerFactor(request, at, answer, (problem) => show(at, code, problem))
}

/** The code before goes with its session. */
async function resend(at: AtFirstFactor, code: SentCode): Promise<Response> {
  const { ctx, page, session, held, name } = at
  try {
    const responses = { USERNAME: name, ANSWER: factorOf(code) }
    const answer = { name: 'SELECT_CHALLENGE', session, responses }
    const first = await answerFirstFactor(ctx, page.authorization, answer)
    if (!('asked' in first)) throw new Error('A choice alone has proved something')
    consumeSession(ctx, held)
    return askAt(page, name, first.asked, { notice: 'resent' })
  } catch (error) {
    return show(at, code, problemFrom(error, page.frame.words))
  }
}

function factorOf({ attribute }: SentCode): 'EMAIL_OTP' | 'SMS_OTP' {
  return attribute === 'email' ? 'EMAIL_OTP' : 'SMS_OTP'
}

function show({ page, name }: AtFirstFactor, code: SentCode, problem?: Problem): Response {
  const { frame } = page
  const { Destination: destination = '' } = deliveryDetails(code)
  const notice = noticeOf(page, problem)
  return page.show(oneTimeCodePage({ frame, name, code, destination, notice, problem }), problem)
}
