import { checked } from '../../../core/ports/checks.ts'
import { UserPoolError } from '../../errors.ts'
import { findMfaLockout } from '../../mfa/lockout.ts'
import { mfaOf } from '../../mfa/factors.ts'
import { nextSecondFactor } from '../../mfa/next-second-factor.ts'
import { findStep, withStep } from '../../mfa/totp.ts'
import { requireCurrent } from '../../users/users.ts'
import { requireParameter } from '../parameters.ts'
import type { FurtherChallenge } from '../sign-in.ts'

/**
 * A code of the user's authenticator app (SOFTWARE_TOKEN_MFA_CODE). It is good for one sign-in.
 *
 * Answers throw CodeMismatchException, ExpiredCodeException (taken before), NotAuthorizedException
 * (locked).
 */
export const softwareTokenMfa: FurtherChallenge<'SOFTWARE_TOKEN_MFA'> = {
  isNext: (signIn) => nextSecondFactor(signIn) === 'SOFTWARE_TOKEN_MFA',

  begin(_ctx, { user }) {
    const { name } = mfaOf(user).softwareToken ?? {}
    return Promise.resolve({
      state: {},
      parameters: { USER_ID_FOR_SRP: user.username, ...(name && { FRIENDLY_DEVICE_NAME: name }) },
    })
  },

  async answer(ctx, { pool, user: before }, _session, responses) {
    const code = requireParameter(responses, 'SOFTWARE_TOKEN_MFA_CODE')
    const lockout = await findMfaLockout(ctx, before)
    checked(ctx.checks, 'lockout', () => lockout.check())
    const { softwareToken } = mfaOf(before)
    const step = checked(ctx.checks, 'SOFTWARE_TOKEN_MFA_CODE', () => {
      const found = softwareToken && findStep(softwareToken.secret, code, ctx.clock.now())
      if (found !== undefined) return found
      lockout.countFailure()
      throw new UserPoolError('CodeMismatchException', 'Invalid code received for user')
    })
    return () => {
      const user = requireCurrent(ctx.users, pool, before)
      const mfa = mfaOf(user)
      // Replaced or removed since: the code was of another.
      if (mfa.softwareToken?.secret !== softwareToken?.secret || !mfa.softwareToken) {
        throw new UserPoolError('CodeMismatchException', 'Invalid code received for user')
      }
      const taken = { ...mfa, softwareToken: withStep(mfa.softwareToken, step) }
      lockout.clear()
      return { user: ctx.users.update(pool, { ...user, mfa: taken }), proof: 'SOFTWARE_TOKEN_MFA' }
    }
  },
}
