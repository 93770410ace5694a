import type { OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import { beginSrp, parseSrpA } from '../../srp/exchange.ts'
import type { Chooser } from './candidate.ts'
import { ask, type Choice, type FirstAnswer, type FirstFactor, type Given } from './first-factor.ts'
import { emailOtp, smsOtp } from './one-time-code.ts'
import { provePassword } from './password-proof.ts'
import { leadsTo } from '../../step-up/reach.ts'
import { webAuthn } from './web-authn.ts'

const passwordSrp: FirstFactor = {
  isOffered: () => true,
  async goOn(ctx, choice, { parameters: { SRP_A } }) {
    if (!SRP_A) return ask(ctx, 'PASSWORD_SRP', choice)
    const exchange = await beginSrp(ctx, choice.candidate, parseSrpA(SRP_A))
    return ask(ctx, 'PASSWORD_VERIFIER', choice, exchange)
  },
}

const password: FirstFactor = {
  isOffered: () => true,
  async goOn(ctx, choice, { parameters: { PASSWORD } }) {
    if (!PASSWORD) return ask(ctx, 'PASSWORD', choice)
    const signIn = await provePassword(ctx, choice.candidate, PASSWORD)
    return { signIn, session: choice.session?.found }
  },
}

/** The ways to begin a USER_AUTH sign-in, in the order in which they are offered. */
const firstFactors = {
  PASSWORD_SRP: passwordSrp,
  PASSWORD: password,
  EMAIL_OTP: emailOtp,
  SMS_OTP: smsOtp,
  WEB_AUTHN: webAuthn,
} as const satisfies Readonly<Record<string, FirstFactor>>

type FirstFactorName = keyof typeof firstFactors

export function isFirstFactor(name: string): boolean {
  return Object.hasOwn(firstFactors, name)
}

export function offeredFactors(ctx: OperationContext, candidate: Chooser): FirstFactorName[] {
  const names = Object.keys(firstFactors) as FirstFactorName[]
  const { pool, user, stepUp } = candidate
  return names.filter(
    (name) =>
      firstFactors[name].isOffered(ctx, candidate) &&
      (!stepUp || leadsTo(pool, user, name, stepUp)),
  )
}

/** @throws InvalidParameterException when it is not offered, and what the factor itself throws. */
export async function goOnWith(
  ctx: OperationContext,
  factor: string,
  choice: Choice,
  given: Given,
): Promise<FirstAnswer> {
  const name = offeredFactors(ctx, choice.candidate).find((offered) => offered === factor)
  if (name) return steppedUp(choice, await firstFactors[name].goOn(ctx, choice, given))
  throw new UserPoolError('InvalidParameterException', `${factor} is not available for the user.`)
}

/**
 * What is known besides of a sign-in that has begun: the device, and where it has to come up to a
 * level, earlier proofs.
 */
export function steppedUp(
  { candidate: { stepUp, device } }: Choice,
  answer: FirstAnswer,
): FirstAnswer {
  if (!('signIn' in answer)) return answer
  const signIn = { ...answer.signIn, device }
  if (!stepUp) return { ...answer, signIn }
  const { target, credit } = stepUp
  return { ...answer, signIn: { ...signIn, target, proved: [...credit, ...signIn.proved] } }
}
