import { randomUuid } from '../../../core/ports/random.ts'
import type { SignIn } from '../../challenges/sign-in.ts'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import type { UserRecord } from '../../model.ts'
import type { Proof } from '../../sign-in/proof.ts'
import type { AuthEvent } from '../model.ts'
import { addEvent, changeEvent } from './auth-events.ts'
import { modeOf } from '../settings/modes.ts'
import { requestContext } from '../assessment/request-context.ts'

/** Second factors; the code of a sign-up was another request's. */
const secondFactors = new Set<Proof>(['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_MFA', 'MFA_SETUP'])

/** Writes something down that was not assessed, where threat protection is on. */
export function recordEvent(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  user: UserRecord,
  facts: Pick<AuthEvent, 'type' | 'response'> &
    Partial<Pick<AuthEvent, 'decision' | 'challenges' | 'isCompromised'>>,
): void {
  if (!modeOf(pool)) return
  addEvent(ctx.store, user, {
    id: randomUuid(ctx.random),
    createdAtMs: ctx.clock.now(),
    clientId: client.id,
    decision: 'NoRisk',
    rules: [],
    isCompromised: false,
    challenges: [],
    context: requestContext(ctx.sender),
    ...facts,
  })
}

export function recordWrongPassword(
  ctx: OperationContext,
  place: ClientOfPool,
  user: UserRecord,
): void {
  const challenges = [{ name: 'Password', isRight: false }] as const
  recordEvent(ctx, place, user, { type: 'SignIn', response: 'Fail', challenges })
}

/** A wrong answer to a challenge: the sign-in is still under way. */
export function recordWrongAnswer(ctx: OperationContext, { user, protection }: SignIn): void {
  if (!protection) return
  changeEvent(ctx.store, user, protection.event, (event) => ({
    ...event,
    challenges: [...event.challenges, { name: 'Mfa', isRight: false }],
  }))
}

/** It has led to tokens, or to a session of the domain. */
export function recordPass(
  ctx: OperationContext,
  { user, proved, protection }: Pick<SignIn, 'user' | 'proved' | 'protection'>,
): void {
  if (!protection) return
  const shown = proved.filter((proof) => secondFactors.has(proof))
  changeEvent(ctx.store, user, protection.event, (event) => ({
    ...event,
    response: 'Pass',
    challenges: [
      ...event.challenges,
      ...shown.map(() => ({ name: 'Mfa', isRight: true }) as const),
    ],
  }))
}
