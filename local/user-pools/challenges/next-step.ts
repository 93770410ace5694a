import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { Clock } from '../../core/ports/clock.ts'
import type { OperationContext } from '../context.ts'
import { issueSession, type Session } from '../sign-in/sessions.ts'
import { furtherChallenges } from './further-challenges.ts'
import { checkMaySignIn } from './may-sign-in.ts'
import type { ChallengeKind, SignIn } from './sign-in.ts'

/**
 * What comes after the proofs of a sign-in. Nothing else decides it: who gets tokens, a code or a
 * session of the domain has been told `done` here.
 *
 * @throws those of `checkMaySignIn`
 */
export function nextStep(ctx: { clock: Clock }, signIn: SignIn): 'done' | ChallengeKind {
  checkMaySignIn(ctx, signIn)
  const kinds = Object.keys(furtherChallenges) as ChallengeKind[]
  return kinds.find((kind) => furtherChallenges[kind].isNext(signIn)) ?? 'done'
}

/** @returns what the client is told, with the session that the answer comes with. */
export async function beginChallenge(
  ctx: OperationContext,
  signIn: SignIn,
  kind: ChallengeKind,
): Promise<InitiateAuthResponse & { Session: string }> {
  const { pool, client, user, proved, target, device, protection } = signIn
  const { state, parameters } = await furtherChallenges[kind].begin(ctx, signIn)
  const owner = { poolId: pool.id, clientId: client.id, username: user.username }
  const so = {
    proved,
    ...(target && { target }),
    ...(device && { deviceKey: device.key }),
    ...(protection && { protection }),
  }
  const session = { ...owner, kind, ...so, ...state } as Session
  return {
    ChallengeName: kind === 'EMAIL_MFA' ? 'EMAIL_OTP' : kind,
    ChallengeParameters: { ...parameters },
    Session: await issueSession(ctx, session, client.authSessionSeconds),
  }
}
