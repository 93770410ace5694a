import type { AdminListUserAuthEventsRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import { invalidParameter } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { eventsOf } from '../../threat-protection/events/auth-events.ts'
import { describeEvent } from '../../threat-protection/events/describe-event.ts'
import type { AuthEvent } from '../../threat-protection/model.ts'
import { requireAddOn } from '../../threat-protection/settings/require-add-on.ts'

type Input = With<AdminListUserAuthEventsRequest, 'UserPoolId' | 'Username'>

const mostAtOnce = 60

/**
 * AdminListUserAuthEvents: what a user did about getting in, newest first, a page at a time.
 *
 * @returns `NextToken`, the id and the time of the page's last event, only when there are more.
 * @throws ResourceNotFoundException, UserNotFoundException, InvalidParameterException,
 *   UserPoolAddOnNotEnabledException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListUserAuthEvents.html
 */
export function adminListUserAuthEvents(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  requireAddOn(pool)
  const events = eventsOf(ctx.store, user, ctx.clock.now())
  const from = input.NextToken === undefined ? 0 : startOf(events, input.NextToken)
  const rest = events.slice(from)
  const page = rest.slice(0, input.MaxResults || mostAtOnce)
  const last = page.at(-1)
  return Promise.resolve({
    AuthEvents: page.map(describeEvent),
    ...(last && rest.length > page.length && { NextToken: tokenAfter(last) }),
  })
}

function tokenAfter({ id, createdAtMs }: AuthEvent): string {
  return `${id}#${new Date(createdAtMs).toISOString()}`
}

function startOf(events: readonly AuthEvent[], token: string): number {
  const index = events.findIndex((event) => tokenAfter(event) === token)
  if (index === -1) throw invalidParameter('Invalid pagination token.')
  return index + 1
}
