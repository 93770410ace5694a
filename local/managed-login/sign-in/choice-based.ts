import type { ClientOfDomain } from '../context.ts'

/**
 * Whether people are asked who they are first, and then how they want to show it.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-managedlogin.html
 */
export function isChoiceBased({ pool, client, domain }: ClientOfDomain): boolean {
  return (
    domain.managedLoginVersion === 2 &&
    pool.tier !== 'LITE' &&
    client.explicitAuthFlows.includes('ALLOW_USER_AUTH') &&
    pool.allowedFirstAuthFactors.some((factor) => factor !== 'PASSWORD')
  )
}

/** Whether people who sign up may go without a password: codes let them in. */
export function mayOmitPassword(found: ClientOfDomain): boolean {
  const { allowedFirstAuthFactors } = found.pool
  return isChoiceBased(found) && allowedFirstAuthFactors.some((factor) => factor.endsWith('_OTP'))
}
