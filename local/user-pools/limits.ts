import type { Runtime } from '../core/ports/runtime.ts'
import { UserPoolError } from './errors.ts'
import { sweepAfter } from '../core/store/sweep.ts'

/**
 * Calls that one user may make in an hour.
 *
 * Differs from AWS: where its limit depends on risk, ours is the upper end.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html
 */
const callsPerHour = {
  ChangePassword: 5,
  ConfirmForgotPassword: 20,
  ConfirmSignUp: 15,
  ForgotPassword: 20,
  GetUserAttributeVerificationCode: 5,
  ResendConfirmationCode: 5,
  // Codes to sign in with. AWS documents no number for them.
  SignInCode: 20,
  VerifyUserAttribute: 15,
} as const

type LimitedOperation = keyof typeof callsPerHour

export interface Limits {
  /**
   * Counts one call. Refused calls neither count nor prolong the hour, so the three attempts that
   * Amplify and the SDKs make of a refused call cost nothing.
   *
   * @param userKey the sub, or what was typed when there is no such user: both look the same.
   * @throws LimitExceededException
   */
  count(poolId: string, userKey: string, operation: LimitedOperation): void
}

interface Row {
  calls: number
  endsAtMs: number
}

const hourMs = 3_600_000

export function createLimits({ clock, store }: Pick<Runtime, 'clock' | 'store'>): Limits {
  const rows = store.table<Row>('user-pools/limits')
  return {
    count(poolId, userKey, operation) {
      const key = `${poolId}/${operation}/${userKey}`
      const nowMs = clock.now()
      const row = rows.get(key)
      const current = row && row.endsAtMs > nowMs ? row : { calls: 0, endsAtMs: nowMs + hourMs }
      if (current.calls >= callsPerHour[operation]) {
        throw new UserPoolError(
          'LimitExceededException',
          'Attempt limit exceeded, please try after some time.',
        )
      }

      store.transaction(() => {
        sweepAfter(rows, key, ({ endsAtMs }) => endsAtMs <= nowMs)
        rows.set(key, { ...current, calls: current.calls + 1 })
      })
    },
  }
}
