import { toBase64Url } from '../../core/encoding/base64.ts'
import { randomUuid } from '../../core/ports/random.ts'
import { checkMaySignIn, resetRequired } from '../challenges/may-sign-in.ts'
import type { SignIn } from '../challenges/sign-in.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import { isSettled } from '../mfa/next-second-factor.ts'
import { factorForRisk } from '../mfa/second-factor.ts'
import { exceptionFor } from './settings/addresses.ts'
import { assess } from './assessment/assess.ts'
import { addEvent, eventsOf } from './events/auth-events.ts'
import type { AuthEvent } from './model.ts'
import { leakActionFor } from './assessment/decide.ts'
import { modeOf } from './settings/modes.ts'
import { notifyOfRisk } from './notify-of-risk.ts'
import { planResponse, type PlannedResponse } from './assessment/plan-response.ts'
import { requestContext } from './assessment/request-context.ts'
import { riskSettingsFor } from './settings/risk-settings.ts'

type Outcome = PlannedResponse['outcome']

const decisions: Readonly<Record<Outcome, AuthEvent['decision']>> = {
  pass: 'NoRisk',
  ask: 'AccountTakeover',
  block: 'Block',
  reset: 'Block',
  refuse: 'Block',
}

/**
 * The one place where threat protection acts on sign-ins: after the first proof, whichever way it came,
 * before what is next is looked at. It assesses once, and the event it writes goes with the sign-in.
 *
 * Synchronous: of what it looks at nothing changes before it writes.
 *
 * @throws NotAuthorizedException when the sign-in is blocked, PasswordResetRequiredException when its
 *   password is known to have leaked, and those of `checkMaySignIn`, which come first.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html
 */
export function protectSignIn(ctx: OperationContext, signIn: SignIn): SignIn {
  checkMaySignIn(ctx, signIn)
  const { pool, client, user, proved } = signIn
  const mode = modeOf(pool, proved)
  if (!mode || signIn.protection) return signIn

  const nowMs = ctx.clock.now()
  const settings = riskSettingsFor(ctx.store, pool, client.id)
  const context = requestContext(ctx.sender)
  const exception = exceptionFor(settings, context.ipAddress)
  const isSkipped = exception === 'skipped'
  const assessment = isSkipped
    ? { rules: [] }
    : assess(eventsOf(ctx.store, user, nowMs), context, nowMs)
  const isCompromised =
    !isSkipped && hasLeaked(signIn) && leakActionFor(settings, 'SIGN_IN') !== undefined
  const factor = factorStepOf(signIn)
  const { outcome, notify } = planResponse({
    mode,
    settings,
    exception,
    assessment,
    isCompromised,
    factor,
  })

  const isStopped = decisions[outcome] === 'Block'
  const isTold = notify && assessment.level !== undefined
  const event: AuthEvent = {
    id: randomUuid(ctx.random),
    type: 'SignIn',
    createdAtMs: nowMs,
    clientId: client.id,
    response: isStopped ? 'Fail' : 'InProgress',
    decision: decisions[outcome],
    ...assessment,
    isCompromised,
    challenges: proved.includes('PASSWORD') ? [{ name: 'Password', isRight: true }] : [],
    context,
    ...(isTold && { feedbackToken: toBase64Url(ctx.random.bytes(32)) }),
  }
  const key = ctx.store.transaction(() => {
    if (outcome === 'reset') {
      ctx.users.update(pool, { ...user, status: 'RESET_REQUIRED', updatedAtMs: nowMs })
    }
    return addEvent(ctx.store, user, event)
  })
  if (isTold) notifyOfRisk(ctx, { pool, client, user }, event)
  if (assessment.level) {
    ctx.log.info(
      `Sign-in ${event.id}: ${assessment.level} risk (${assessment.rules.join(', ')}), ${event.decision}.`,
    )
  }
  if (isStopped) throw refusalOf(outcome)
  return {
    ...signIn,
    protection: { event: key, ...(outcome === 'ask' && { asksForFactor: true }) },
  }
}

/** A temporary password is changed at this very sign-in. */
function hasLeaked({ isLeaked = false, user }: SignIn): boolean {
  return isLeaked && user.status !== 'FORCE_CHANGE_PASSWORD'
}

/** Whoever signs in without a password has no second factor to show. */
function factorStepOf(signIn: SignIn): Parameters<typeof planResponse>[0]['factor'] {
  const { pool, user, proved } = signIn
  if (isSettled(signIn)) return 'settled'
  const isFirstOfTwo = proved.some((proof) => proof === 'PASSWORD' || proof === 'CUSTOM_CHALLENGE')
  return isFirstOfTwo ? factorForRisk(pool, user).step : 'impossible'
}

function refusalOf(outcome: Outcome): UserPoolError {
  return outcome === 'reset' ? resetRequired() : blocked(outcome)
}

/** What clients report of AWS for either. */
function blocked(outcome: Outcome): UserPoolError {
  return outcome === 'refuse' ? addressBlocked() : takeoverBlocked()
}

function takeoverBlocked(): UserPoolError {
  return new UserPoolError('NotAuthorizedException', 'Unable to login because of security reasons.')
}

export function addressBlocked(): UserPoolError {
  return new UserPoolError('NotAuthorizedException', 'Request not allowed due to security reasons.')
}
