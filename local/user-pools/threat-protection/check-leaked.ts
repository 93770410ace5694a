import { checked } from '../../core/ports/checks.ts'
import type { EventFilterType } from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import { exceptionFor } from './settings/addresses.ts'
import { leakActionFor } from './assessment/decide.ts'
import { modeOf } from './settings/modes.ts'
import { requestContext } from './assessment/request-context.ts'
import { riskSettingsFor } from './settings/risk-settings.ts'

/**
 * Looks a password up that somebody wants to have, where the pool's configuration says so.
 *
 * @returns whether it is among those that have leaked.
 * @throws InvalidPasswordException where that is refused.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-compromised-credentials.html
 */
export function checkLeaked(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  event: Exclude<EventFilterType, 'SIGN_IN'>,
  password: string,
): boolean {
  const mode = modeOf(pool)
  if (!mode || !ctx.leakedPasswords.has(password)) return false
  const settings = riskSettingsFor(ctx.store, pool, client.id)
  const action = leakActionFor(settings, event)
  const isSkipped = exceptionFor(settings, requestContext(ctx.sender).ipAddress) === 'skipped'
  if (!action || isSkipped) return false
  if (action === 'NO_ACTION' || mode === 'AUDIT') return true
  return checked(ctx.checks, 'CompromisedCredentials', () => {
    throw new UserPoolError(
      'InvalidPasswordException',
      'Provided password cannot be used for security reasons.',
    )
  })
}
