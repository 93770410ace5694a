import { answerFirstFactor } from '../../../user-pools/challenges/first-factors/answer-first-factor.ts'
import { deliveryDetails } from '../../../user-pools/codes/delivery.ts'
import { consumeSession, type SentCode } from '../../../user-pools/sign-in/sessions.ts'
import type { ManagedLoginContext } from '../../context.ts'
import { noticeOf } from '../../open-page.ts'
import { oneTimeCodePage, sentCodeField } from '../../pages/first-factor-pages.ts'
import { typedCode } from '../../problem.ts'
import {
  showFirstFactor,
  takeFirstFactor,
  type FirstFactorPage,
} from '../../sign-in/first-factor-page.ts'
import { askAt, type AtFirstFactor, type HeldFirstFactor } from '../../sign-in/first-factor.ts'

type WithCode = HeldFirstFactor & { code: SentCode }

const oneTimeCode: FirstFactorPage<WithCode> = {
  isAsked: (held): held is WithCode => held.code !== undefined,
  show({ page, name, held: { code } }, problem) {
    const { frame } = page
    const { Destination: destination = '' } = deliveryDetails(code)
    const notice = noticeOf(page, problem)
    return oneTimeCodePage({ frame, name, code, destination, notice, problem })
  },
  instead: (at, form) => (form.get('intent') === 'resend' ? resend(at) : undefined),
  inputs: ({ page, held }) => [sentCodeField(held.code, page.frame.words)],
  answer({ held }, form) {
    const factor = factorOf(held.code)
    return { name: factor, responses: { [`${factor}_CODE`]: typedCode(form) } }
  },
}

/** GET /oneTimeCode: asks for the code that was sent. */
export function showOneTimeCode(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return showFirstFactor(request, ctx, oneTimeCode)
}

/** POST /oneTimeCode: signs in by the code, or sends another one. */
export function enterOneTimeCode(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return takeFirstFactor(request, ctx, oneTimeCode)
}

/** The code before goes with its session. */
async function resend(at: AtFirstFactor<WithCode>): Promise<Response> {
  const { ctx, page, session, held, name } = at
  const responses = { USERNAME: name, ANSWER: factorOf(held.code) }
  const answer = { name: 'SELECT_CHALLENGE', session, responses }
  const first = await answerFirstFactor(ctx, page.authorization, answer)
  if (!('asked' in first)) throw new Error('A choice alone has proved something')
  consumeSession(ctx, held)
  return askAt(page, name, first.asked, { notice: 'resent' })
}

function factorOf({ attribute }: SentCode): 'EMAIL_OTP' | 'SMS_OTP' {
  return attribute === 'email' ? 'EMAIL_OTP' : 'SMS_OTP'
}
