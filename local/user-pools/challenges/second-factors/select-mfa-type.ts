import { invalidParameter } from '../../attributes/rules.ts'
import { furtherFactor, nextSecondFactor } from '../../mfa/next-second-factor.ts'
import { requireCurrent } from '../../users/users.ts'
import { requireParameter } from '../parameters.ts'
import type { FurtherChallenge } from '../sign-in.ts'

/**
 * Which second factor it shall be, where several would do and none is preferred. The guide calls the
 * list MFAS_CAN_SELECT; clients read MFAS_CAN_CHOOSE.
 *
 * Answers (ANSWER) throw InvalidParameterException.
 */
export const selectMfaType: FurtherChallenge<'SELECT_MFA_TYPE'> = {
  isNext: (signIn) => nextSecondFactor(signIn) === 'SELECT_MFA_TYPE',

  begin(_ctx, signIn) {
    const { user } = signIn
    const next = furtherFactor(signIn)
    const factors = next.step === 'choose' ? next.factors : []
    return Promise.resolve({
      state: { factors },
      parameters: { MFAS_CAN_CHOOSE: JSON.stringify(factors), USER_ID_FOR_SRP: user.username },
    })
  },

  answer(ctx, { pool, user }, { factors }, responses) {
    const wanted = requireParameter(responses, 'ANSWER')
    const chosen = factors.find((factor) => factor === wanted)
    if (!chosen) throw invalidParameter(`${wanted} is not available for the user.`)
    return Promise.resolve(() => ({ user: requireCurrent(ctx.users, pool, user), chosen }))
  },
}
