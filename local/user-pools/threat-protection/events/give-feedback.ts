import type { OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import type { UserRecord } from '../../model.ts'
import type { AuthEvent, EventKey } from '../model.ts'
import { changeEvent, eventsOf, findEventKey } from './auth-events.ts'

type Feedback = NonNullable<AuthEvent['feedback']>

/** Whether it was them; a later word counts. From then on the history is read with it. */
export function giveFeedback(
  ctx: OperationContext,
  user: UserRecord,
  key: EventKey,
  value: Feedback['value'],
  provider: Feedback['provider'],
): void {
  const feedback = { value, provider, atMs: ctx.clock.now() }
  changeEvent(ctx.store, user, key, (event) => ({ ...event, feedback }))
}

/** @throws ResourceNotFoundException */
export function requireEvent({ store }: OperationContext, user: UserRecord, id: string): EventKey {
  const key = findEventKey(store, user, id)
  if (key) return key
  throw new UserPoolError('ResourceNotFoundException', `Event ${id} does not exist.`)
}

/**
 * The event that a feedback token of a mail is of. Whoever has another token is told nothing of events.
 *
 * @throws NotAuthorizedException
 */
export function requireEventOfToken(
  ctx: OperationContext,
  user: UserRecord,
  { id, token }: { id: string; token: string },
): EventKey {
  const encoder = new TextEncoder()
  const event = eventsOf(ctx.store, user, ctx.clock.now()).find((candidate) => candidate.id === id)
  const expected = event?.feedbackToken ?? ''
  const isRight = ctx.crypto.equal(encoder.encode(token), encoder.encode(expected))
  const key = findEventKey(ctx.store, user, id)
  if (key && expected !== '' && isRight) return key
  throw new UserPoolError('NotAuthorizedException', 'Invalid feedback token.')
}
