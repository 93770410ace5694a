import type { ChallengeKind, SignIn } from '../challenges/sign-in.ts'
import type { MfaFactor } from '../model.ts'
import type { Proof } from '../sign-in/proof.ts'
import { mfaOf } from './factors.ts'
import { levelOf } from '../step-up/levels.ts'
import { missingFactors } from '../step-up/reach.ts'
import {
  factorForRisk,
  proveOrChoose,
  secondFactorImpossible,
  secondFactorOf,
  type SecondFactor,
} from './second-factor.ts'

const challenges = {
  SMS_MFA: 'SMS_MFA',
  EMAIL_OTP: 'EMAIL_MFA',
  SOFTWARE_TOKEN_MFA: 'SOFTWARE_TOKEN_MFA',
} as const satisfies Record<MfaFactor, ChallengeKind>

/** The code of a sign-up counts as one: AWS asks from the next sign-in on. A sign-up without does not. */
const secondFactors = new Set<Proof>([
  'SMS_MFA',
  'EMAIL_MFA',
  'SOFTWARE_TOKEN_MFA',
  'MFA_SETUP',
  'SIGN_UP_CODE',
])

/**
 * The challenge of the second factor that a sign-in needs next, if it needs any.
 *
 * @throws InvalidParameterException when the pool asks for what the user cannot have.
 */
export function nextSecondFactor(signIn: SignIn): ChallengeKind | undefined {
  const next = furtherFactor(signIn)
  if (next.step !== 'none' && signIn.chosen) return challenges[signIn.chosen]
  switch (next.step) {
    case 'none':
      return undefined
    case 'prove':
      return challenges[next.factor]
    case 'choose':
      return 'SELECT_MFA_TYPE'
    case 'set-up':
      return 'MFA_SETUP'
    case 'impossible':
      throw secondFactorImpossible()
  }
}

/**
 * The same with what there is to choose from. Where the sign-in has to come up to a level, it is a
 * factor that brings it there.
 */
export function furtherFactor(signIn: SignIn): SecondFactor {
  const { pool, user, proved, target } = signIn
  if (target && levelOf(proved) < target) {
    const factors = missingFactors(pool, user, proved, target)
    return factors.length > 0 ? proveOrChoose(factors) : { step: 'impossible' }
  }
  if (isSettled(signIn)) return { step: 'none' }
  if (signIn.protection?.asksForFactor) return factorForRisk(pool, user)
  const next = secondFactorOf(pool, user)
  const isAsked = next.step === 'prove' || next.step === 'choose'
  // The device's own proof is asked for then, and there are no tokens without.
  return isAsked && signIn.device?.standsIn ? { step: 'none' } : next
}

/** Whether two factors were shown, or one that stands for both. */
export function isSettled({ pool, user, proved }: SignIn): boolean {
  if (proved.some((proof) => secondFactors.has(proof))) return true
  return (
    proved.some((proof) => proof.startsWith('WEB_AUTHN')) &&
    pool.passkeys.isMultiFactor &&
    mfaOf(user).webAuthn === true
  )
}
