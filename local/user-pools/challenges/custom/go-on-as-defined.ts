import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import type { Proof } from '../../sign-in/proof.ts'
import { consumeSession, issueSession, type SessionKey } from '../../sign-in/sessions.ts'
import {
  createAuthChallenge,
  defineAuthChallenge,
  type PastChallenge,
} from '../../triggers/auth-challenge.ts'
import { unrecognizable } from '../../triggers/read-answer.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import type { Candidate } from '../first-factors/candidate.ts'

/** A sign-in whose challenges functions decide, between two of them. */
export interface CustomStep extends ClientOfPool {
  candidate: Candidate
  /** As it was typed. */
  name: string
  history: readonly PastChallenge[]
  proved: readonly Proof[]
  /** Of RespondToAuthChallenge. */
  clientMetadata?: Readonly<Record<string, string>> | undefined
  /** What the step was an answer to, which is over with it. */
  session?: SessionKey
}

/**
 * Asks DefineAuthChallenge, and does as it says. A second factor that the pool wants is asked for
 * after its word, too.
 *
 * @param beginSrp makes a PASSWORD_VERIFIER, where an SRP_A has come.
 * @throws NotAuthorizedException where it fails the sign-in, and those of the functions
 */
export async function goOnAsDefined(
  ctx: OperationContext,
  step: CustomStep,
  beginSrp?: () => Promise<Record<string, string>>,
): Promise<InitiateAuthResponse> {
  const { pool, client, candidate, name, history, proved, clientMetadata } = step
  const told = { pool, client, user: candidate.user, name, history, clientMetadata }
  const decision = await defineAuthChallenge(ctx, told)
  if (decision === 'issue-tokens') return complete(ctx, step)
  if (decision === 'fail') {
    if (step.session) consumeSession(ctx, step.session)
    throw incorrect()
  }
  if (decision.challengeName === 'PASSWORD_VERIFIER') {
    if (!beginSrp) throw unrecognizable()
    const ChallengeParameters = await beginSrp()
    const Session = await issue(ctx, step, { asked: 'PASSWORD_VERIFIER', proved })
    return { ChallengeName: 'PASSWORD_VERIFIER', ChallengeParameters, Session }
  }
  const { publicParameters, privateParameters, metadata } = await createAuthChallenge(
    ctx,
    told,
    decision.challengeName,
  )
  const asked = { asked: 'CUSTOM_CHALLENGE', privateParameters, proved } as const
  const Session = await issue(ctx, step, { ...asked, ...(metadata !== undefined && { metadata }) })
  return {
    ChallengeName: 'CUSTOM_CHALLENGE',
    ChallengeParameters: { USERNAME: candidate.username, ...publicParameters },
    Session,
  }
}

interface Asked {
  asked: 'PASSWORD_VERIFIER' | 'CUSTOM_CHALLENGE'
  proved: readonly Proof[]
  privateParameters?: Readonly<Record<string, string>>
  metadata?: string
}

function issue(
  ctx: OperationContext,
  { pool, client, candidate: { username }, name, history, session }: CustomStep,
  asked: Asked,
): Promise<string> {
  // Of two answers at once one goes on.
  if (session) consumeSession(ctx, session)
  const owner = { poolId: pool.id, clientId: client.id, username }
  const kept = { kind: 'CUSTOM_AUTH', ...owner, name, history, ...asked } as const
  return issueSession(ctx, kept, client.authSessionSeconds)
}

function complete(
  ctx: OperationContext,
  { pool, client, candidate, proved, clientMetadata, session }: CustomStep,
): Promise<InitiateAuthResponse> {
  const { device } = candidate
  const user = candidate.user && ctx.users.findBySub(pool, candidate.user.sub)
  if (!user) throw incorrect()
  const all = [...proved, 'CUSTOM_CHALLENGE'] as const
  return completeSignIn(ctx, { pool, client, user, proved: all, device, clientMetadata }, session)
}

function incorrect(): UserPoolError {
  return new UserPoolError('NotAuthorizedException', 'Incorrect username or password.')
}
