import type {
  ChallengeNameType,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { issueSession, type SessionKey } from '../sign-in/sessions.ts'
import type { Candidate } from './candidate.ts'
import type { Parameters } from './parameters.ts'
import type { SignIn } from './sign-in.ts'

/** A USER_AUTH sign-in before its first proof. */
export interface Choice {
  candidate: Candidate
  /** Undefined in InitiateAuth, which then issues one. */
  session?: { text: string; found: SessionKey } | undefined
}

/** What a choice has led to: the first proof, or a question. */
export type FirstAnswer =
  | { signIn: SignIn; session?: SessionKey | undefined }
  | { asked: InitiateAuthResponse }

/** A way to begin with. */
export interface FirstFactor {
  /** The same for everyone of a pool, there or not: a list must not tell who exists. */
  isOffered: (pool: UserPoolConfig) => boolean
  /**
   * Goes on with it. What it needs may ride along (PASSWORD, SRP_A); if not, it is asked for. A wrong
   * proof leaves the session as it was, so the client can ask again.
   */
  goOn: (ctx: OperationContext, choice: Choice, parameters: Parameters) => Promise<FirstAnswer>
}

/** A challenge of USER_AUTH: it carries a session, where that of USER_SRP_AUTH needs none. */
export async function ask(
  ctx: OperationContext,
  ChallengeName: ChallengeNameType,
  { candidate: { pool, client, username }, session }: Choice,
  ChallengeParameters: Record<string, string> = {},
): Promise<FirstAnswer> {
  const owner = { poolId: pool.id, clientId: client.id, username }
  const Session =
    session?.text ??
    (await issueSession(ctx, { kind: 'FIRST_FACTOR', ...owner }, client.authSessionSeconds))
  return { asked: { ChallengeName, ChallengeParameters, Session } }
}
