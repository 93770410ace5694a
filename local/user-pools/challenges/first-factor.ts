import type {
  ChallengeNameType,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import { issueSession, type FoundSession } from '../sign-in/sessions.ts'
import { beginSrp, parseSrpA } from '../srp/exchange.ts'
import type { Candidate } from './candidate.ts'
import { completeSignIn } from './complete-sign-in.ts'
import type { Parameters } from './parameters.ts'
import { provePassword } from './password-proof.ts'

/** The first factors that this pool's users can choose here. The same for everyone, there or not. */
export const passwordChallenges = [
  'PASSWORD_SRP',
  'PASSWORD',
] as const satisfies ChallengeNameType[]

/** A USER_AUTH sign-in before its first proof. */
export interface Choice {
  candidate: Candidate
  /** Undefined in InitiateAuth, which then issues one. */
  session?: FoundSession & { text: string }
}

/**
 * Goes on with the chosen factor. What it needs may ride along (PASSWORD, SRP_A); if not, it is
 * asked for. A wrong password leaves the session as it was, so the client can ask again.
 *
 * @throws InvalidParameterException when this pool has no such factor.
 */
export async function goOnWith(
  ctx: OperationContext,
  factor: string,
  choice: Choice,
  parameters: Parameters,
): Promise<InitiateAuthResponse> {
  const { candidate } = choice
  const { PASSWORD, SRP_A } = parameters
  switch (factor) {
    case 'PASSWORD': {
      if (!PASSWORD) return challenge(ctx, 'PASSWORD', choice)
      const user = await provePassword(ctx, candidate, PASSWORD)
      return completeSignIn(ctx, candidate, user, choice.session)
    }
    case 'PASSWORD_SRP':
      if (!SRP_A) return challenge(ctx, 'PASSWORD_SRP', choice)
      return {
        ...(await challenge(ctx, 'PASSWORD_VERIFIER', choice)),
        ChallengeParameters: await beginSrp(ctx, candidate, parseSrpA(SRP_A)),
      }
    default:
      throw new UserPoolError(
        'InvalidParameterException',
        `${factor} is not available for the user.`,
      )
  }
}

/** A challenge of USER_AUTH: it carries a session, where that of USER_SRP_AUTH needs none. */
export async function challenge(
  ctx: OperationContext,
  ChallengeName: ChallengeNameType,
  { candidate: { pool, client, username }, session }: Choice,
): Promise<InitiateAuthResponse> {
  const Session =
    session?.text ??
    (await issueSession(
      ctx,
      { kind: 'FIRST_FACTOR', poolId: pool.id, clientId: client.id, username },
      client.authSessionSeconds,
    ))
  return { ChallengeName, ChallengeParameters: {}, Session }
}
