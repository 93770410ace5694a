import type { ChallengeKind, SignIn } from '../challenges/sign-in.ts'
import type { MfaFactor } from '../model.ts'
import type { Proof } from '../sign-in/sessions.ts'
import { mfaOf } from './factors.ts'
import { secondFactorImpossible, secondFactorOf } from './second-factor.ts'

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
  if (isSettled(signIn)) return undefined
  if (signIn.chosen) return challenges[signIn.chosen]
  const next = secondFactorOf(signIn.pool, signIn.user)
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

function isSettled({ pool, user, proved }: SignIn): boolean {
  if (proved.some((proof) => secondFactors.has(proof))) return true
  return (
    proved.includes('WEB_AUTHN') && pool.passkeys.isMultiFactor && mfaOf(user).webAuthn === true
  )
}
