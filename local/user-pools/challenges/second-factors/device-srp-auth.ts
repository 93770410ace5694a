import { parseSrpA } from '../../srp/exchange.ts'
import { requireCurrent } from '../../users/users.ts'
import { invalidParameter } from '../../attributes/rules.ts'
import { requireParameter } from '../parameters.ts'
import type { FurtherChallenge } from '../sign-in.ts'

/**
 * A sign-in with DEVICE_KEY is at that device: it proves the secret that it has kept since
 * ConfirmDevice. The answer (SRP_A, DEVICE_KEY) leads to DEVICE_PASSWORD_VERIFIER.
 *
 * Answers throw InvalidParameterException.
 */
export const deviceSrpAuth: FurtherChallenge<'DEVICE_SRP_AUTH'> = {
  isNext: ({ device, proved }) =>
    device !== undefined && !proved.includes('DEVICE_PASSWORD_VERIFIER'),

  begin: (_ctx, { user }) =>
    Promise.resolve({ state: {}, parameters: { USER_ID_FOR_SRP: user.username } }),

  answer(ctx, { pool, user, device }, _session, responses) {
    const deviceA = parseSrpA(requireParameter(responses, 'SRP_A'))
    if (requireParameter(responses, 'DEVICE_KEY') !== device?.key) {
      throw invalidParameter('DEVICE_KEY is not of the device that the sign-in began at.')
    }
    return Promise.resolve(() => ({ user: requireCurrent(ctx.users, pool, user), deviceA }))
  },
}
