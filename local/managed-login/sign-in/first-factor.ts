import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { Problem } from '../../authorization-server/field.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import {
  answerFirstFactor,
  type ChallengeAnswer,
} from '../../user-pools/challenges/first-factors/answer-first-factor.ts'
import { findArrival, findCandidate } from '../../user-pools/challenges/first-factors/candidate.ts'
import { beginSession } from '../../user-pools/challenges/first-factors/first-factor.ts'
import { offeredFactors } from '../../user-pools/challenges/first-factors/first-factor-table.ts'
import { UserPoolError } from '../../user-pools/errors.ts'
import type { UserRecord } from '../../user-pools/model.ts'
import type { FoundSession } from '../../user-pools/sign-in/sessions.ts'
import type { ManagedLoginContext } from '../context.ts'
import type { OpenForm, OpenPage } from '../open-page.ts'
import { problemFrom } from '../problem.ts'
import { findHeldSignIn, goOn, holdSignUp } from './pending-sign-in.ts'

/** Where each way to begin is met. SRP is for programs: here the password itself is sent. */
const pages = {
  PASSWORD: '/password',
  EMAIL_OTP: '/oneTimeCode',
  SMS_OTP: '/oneTimeCode',
  WEB_AUTHN: '/passkey',
} as const

export type ShownFactor = keyof typeof pages

export type HeldFirstFactor = FoundSession<'FIRST_FACTOR'>

/** A sign-in before its first proof, at one of its pages. */
export interface AtFirstFactor<Held extends HeldFirstFactor = HeldFirstFactor> {
  ctx: ManagedLoginContext
  page: OpenPage
  /** The text of the session, as the user pool takes it. */
  session: string
  held: Held
  /** Who it is, as it was typed. */
  name: string
}

/**
 * Goes on to the choice of a factor, or to the only one. Who is not there is offered what most are.
 *
 * @throws UserNotFoundException unless the app client prevents user-existence errors, and those of
 *   the PreAuthentication trigger.
 */
export async function beginFirstFactor(
  ctx: ManagedLoginContext,
  page: OpenPage,
  name: string,
): Promise<Response> {
  const candidate = await findArrival(ctx, page.authorization, name)
  const factors = shownFactors(offeredFactors(ctx, candidate))
  const session = await beginSession(ctx, candidate)
  const path = factors.length > 1 ? '/selectFactor' : pages.PASSWORD
  return page.goTo(path, { username: name, session })
}

/** Undefined when there is none under way, or it is over. */
export async function findFirstFactor(
  ctx: ManagedLoginContext,
  page: OpenPage,
): Promise<AtFirstFactor | undefined> {
  const { session } = page.data
  const held = await findHeldSignIn(ctx, page, 'FIRST_FACTOR')
  if (session === undefined || !held) return undefined
  return { ctx, page, session, held, name: held.name ?? held.username }
}

export async function factorsAt({ ctx, page, held, name }: AtFirstFactor): Promise<ShownFactor[]> {
  const candidate = await findCandidate(ctx, page.authorization, name)
  return shownFactors(offeredFactors(ctx, { ...candidate, stepUp: held.stepUp }))
}

/**
 * Two tabs share what one page hands to the next. A form that was filled in for one person is not
 * taken for another.
 */
export function findOther({ page, name }: AtFirstFactor, form: Parameters): Problem | undefined {
  if (form.get('username') === name) return undefined
  return { message: page.frame.words.firstFactor.as(name) }
}

/**
 * Takes a choice or a proof, and goes on to the page that is next.
 *
 * @param showAgain for what can be put right on this page.
 */
export async function answerFactor(
  request: Request,
  at: AtFirstFactor,
  answer: Pick<ChallengeAnswer, 'name' | 'responses'>,
  showAgain: (problem: Problem, error: unknown) => Response | Promise<Response>,
): Promise<Response> {
  const { ctx, page, session, name } = at
  let proved: UserRecord | undefined
  try {
    const responses = { ...answer.responses, USERNAME: name }
    const first = await answerFirstFactor(ctx, page.authorization, {
      ...answer,
      session,
      responses,
    })
    if ('asked' in first) return askAt(page, name, first.asked)
    proved = first.signIn.user
    return await goOn(ctx, request, page, first.signIn, first.session)
  } catch (error) {
    const elsewhere = await turnAway(ctx, page, error, { username: name, proved })
    if (elsewhere) return elsewhere
    const problem = problemFrom(error, page.frame.words)
    if (await findFirstFactor(ctx, page)) return showAgain(problem, error)
    return page.goTo('/login', { username: name, notice: 'too-many-codes' })
  }
}

/** Where somebody goes whose account is in no state to be signed in to; else undefined. */
export async function turnAway(
  ctx: ManagedLoginContext,
  page: OpenPage,
  error: unknown,
  { username, proved }: { username: string; proved: UserRecord | undefined },
): Promise<Response | undefined> {
  const code = error instanceof UserPoolError ? error.code : undefined
  if (code === 'PasswordResetRequiredException') {
    return page.goTo('/forgotPassword', { username, notice: 'reset-required' })
  }
  if (code !== 'UserNotConfirmedException') return undefined
  // It is said whatever the password; the right one only is remembered, to sign in by the code.
  const session = proved && (await holdSignUp(ctx, page.authorization, proved))
  return page.goTo('/confirmUser', { username, ...(session !== undefined && { session }) })
}

/** The page of what the user pool asks. */
export function askAt(
  page: OpenPage,
  username: string,
  { ChallengeName, Session = '' }: InitiateAuthResponse,
  more: Pick<OpenForm['data'], 'notice'> = {},
): Response {
  return page.goTo(pages[ChallengeName as ShownFactor], { username, session: Session, ...more })
}

function shownFactors(offered: readonly string[]): ShownFactor[] {
  return (Object.keys(pages) as ShownFactor[]).filter((factor) => offered.includes(factor))
}
