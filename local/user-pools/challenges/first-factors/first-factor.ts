import type {
  ChallengeNameType,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import {
  issueSession,
  type FoundSession,
  type SentCode,
  type SessionKey,
} from '../../sign-in/sessions.ts'
import type { Candidate, Chooser } from './candidate.ts'
import type { Parameters } from '../parameters.ts'
import type { SignIn } from '../sign-in.ts'

/** A USER_AUTH sign-in before its first proof. */
export interface Choice {
  candidate: Candidate
  /** Undefined in InitiateAuth, which then issues one. */
  session?: { text: string; found: FoundSession<'FIRST_FACTOR'> } | undefined
}

/** What a choice has led to: the first proof, or a question. */
export type FirstAnswer =
  | { signIn: SignIn; session?: SessionKey | undefined }
  | { asked: InitiateAuthResponse }

/** What came with a choice. */
export interface Given {
  /** The challenge that is answered; undefined where the factor is only chosen. */
  challenge?: string
  parameters: Parameters
  /** For the triggers. */
  clientMetadata?: Readonly<Record<string, string>> | undefined
}

/** A way to begin with. */
export interface FirstFactor {
  /** For somebody who is not there, as for most who are: a list must not tell who exists. */
  isOffered: (ctx: OperationContext, candidate: Chooser) => boolean
  /**
   * Goes on with it. What it needs may ride along (PASSWORD, SRP_A); if not, it is asked for. A wrong
   * proof leaves the session as it was, so the client can ask again.
   */
  goOn: (ctx: OperationContext, choice: Choice, given: Given) => Promise<FirstAnswer>
}

/** A challenge of USER_AUTH: it carries a session, where that of USER_SRP_AUTH needs none. */
export async function ask(
  ctx: OperationContext,
  ChallengeName: ChallengeNameType,
  { candidate, session }: Choice,
  ChallengeParameters: Record<string, string> = {},
): Promise<FirstAnswer> {
  const Session = session?.text ?? (await beginSession(ctx, candidate))
  return { asked: { ChallengeName, ChallengeParameters, Session } }
}

/** @param asked what the session is to take an answer to, if anything was asked that needs it. */
export function beginSession(
  ctx: OperationContext,
  { pool, client, username, name, stepUp }: Candidate,
  asked: { code?: SentCode; passkeyChallenge?: string } = {},
): Promise<string> {
  const owner = { poolId: pool.id, clientId: client.id, username }
  const session = {
    kind: 'FIRST_FACTOR',
    ...owner,
    name,
    ...(stepUp && { stepUp }),
    ...asked,
  } as const
  return issueSession(ctx, session, client.authSessionSeconds)
}
