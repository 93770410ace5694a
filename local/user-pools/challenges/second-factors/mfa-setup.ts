import { checkContactForm, invalidParameter } from '../../attributes/rules.ts'
import { mfaOf } from '../../mfa/factors.ts'
import { furtherFactor, nextSecondFactor } from '../../mfa/next-second-factor.ts'
import type { UserRecord } from '../../model.ts'
import { withUnverified } from '../../users/alias.ts'
import { requireCurrent } from '../../users/users.ts'
import type { FurtherChallenge } from '../sign-in.ts'

/**
 * Sets a second factor up that the pool requires. An authenticator app is associated and verified by
 * AssociateSoftwareToken and VerifySoftwareToken, whose last session comes with the answer; or the
 * answer has an address (EMAIL), to which a code goes next.
 *
 * Answers throw InvalidParameterException.
 */
export const mfaSetup: FurtherChallenge<'MFA_SETUP'> = {
  isNext: (signIn) => nextSecondFactor(signIn) === 'MFA_SETUP',

  begin(_ctx, signIn) {
    const { user } = signIn
    const next = furtherFactor(signIn)
    const factors = next.step === 'set-up' ? next.factors : []
    return Promise.resolve({
      state: { factors },
      parameters: { MFAS_CAN_SETUP: JSON.stringify(factors), USER_ID_FOR_SRP: user.username },
    })
  },

  answer(ctx, { pool, user }, { factors, token }, responses) {
    // The guide writes it small, Amplify large.
    const email = responses['EMAIL'] ?? responses['email']
    if (email !== undefined && factors.includes('EMAIL_OTP')) {
      checkContactForm('email', email)
      return Promise.resolve(() => {
        const now = requireCurrent(ctx.users, pool, user)
        if (now.attributes['email']) throw invalidParameter('The user has an email already.')
        const withEmail = { ...now, attributes: { ...now.attributes, email } }
        const updated = { ...withUnverified(withEmail, 'email'), updatedAtMs: ctx.clock.now() }
        return { user: ctx.users.update(pool, updated), chosen: 'EMAIL_OTP' as const }
      })
    }

    const verified = token?.verified
    if (!verified) throw invalidParameter('User has not verified software token mfa')
    return Promise.resolve(() => {
      const now = requireCurrent(ctx.users, pool, user)
      const { enabled } = mfaOf(now)
      const mfa = {
        ...mfaOf(now),
        softwareToken: verified,
        enabled: [...new Set([...enabled, 'SOFTWARE_TOKEN_MFA' as const])],
      }
      const updated: UserRecord = { ...now, mfa, updatedAtMs: ctx.clock.now() }
      return { user: ctx.users.update(pool, updated), proof: 'MFA_SETUP' as const }
    })
  },
}
