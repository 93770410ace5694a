import type { ClientOfPool, OperationContext } from '../context.ts'
import { exceptionFor } from './settings/addresses.ts'
import { modeOf } from './settings/modes.ts'
import { addressBlocked } from './protect-sign-in.ts'
import { recordEvent } from './events/record.ts'
import { requestContext } from './assessment/request-context.ts'
import { riskSettingsFor } from './settings/risk-settings.ts'

/**
 * Turns a sign-in away from an address that is always blocked, before anything of it is looked at: so
 * the answer is the same whoever is there.
 *
 * @throws NotAuthorizedException
 */
export function refuseBlockedAddress(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  name: string,
): void {
  if (modeOf(pool) !== 'ENFORCED') return
  const { ipAddress } = requestContext(ctx.sender)
  if (exceptionFor(riskSettingsFor(ctx.store, pool, client.id), ipAddress) !== 'blocked') return
  const user = ctx.users.find(pool, name)
  const facts = { type: 'SignIn', response: 'Fail', decision: 'Block' } as const
  if (user) recordEvent(ctx, { pool, client }, user, facts)
  throw addressBlocked()
}
