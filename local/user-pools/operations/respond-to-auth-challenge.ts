import type {
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { answerNewPassword } from '../challenges/answer-new-password.ts'
import { findCandidate, type Candidate } from '../challenges/candidate.ts'
import { completeSignIn } from '../challenges/complete-sign-in.ts'
import { goOnWith, type Choice } from '../challenges/first-factor.ts'
import { requireParameter, type Parameters } from '../challenges/parameters.ts'
import { proveBySrp } from '../challenges/password-proof.ts'
import { requireClient, type OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { With } from '../operation.ts'
import { checkSecretHash } from '../sign-in/secret-hash.ts'
import { findSession } from '../sign-in/sessions.ts'
import { parseTimestamp } from '../srp/timestamp.ts'

type Input = With<RespondToAuthChallengeRequest, 'ClientId' | 'ChallengeName'>

/**
 * RespondToAuthChallenge: goes on with a sign-in. A session stays good across wrong answers and
 * ends with the sign-in it leads to.
 *
 * @throws ResourceNotFoundException, NotAuthorizedException, InvalidParameterException,
 *   UserNotFoundException, UserNotConfirmedException, PasswordResetRequiredException,
 *   InvalidPasswordException, PasswordHistoryPolicyViolationException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
 */
export async function respondToAuthChallenge(
  input: Input,
  ctx: OperationContext,
): Promise<RespondToAuthChallengeResponse> {
  const found = requireClient(ctx, input.ClientId)
  const responses: Parameters = input.ChallengeResponses ?? {}
  const name = requireParameter(responses, 'USERNAME')
  await checkSecretHash(ctx, found.client, name, responses['SECRET_HASH'])

  switch (input.ChallengeName) {
    case 'PASSWORD_VERIFIER':
      return passwordVerifier(ctx, input.Session, responses, () => findCandidate(ctx, found, name))
    case 'SELECT_CHALLENGE':
    case 'PASSWORD':
    case 'PASSWORD_SRP': {
      const isChoice = input.ChallengeName === 'SELECT_CHALLENGE'
      const factor = isChoice ? requireParameter(responses, 'ANSWER') : input.ChallengeName
      if (!input.Session) throw missing('Session')
      const candidate = await findCandidate(ctx, found, name)
      const session = await findFirstFactorSession(ctx, candidate, input.Session)
      return goOnWith(ctx, factor, { candidate, session }, responses)
    }
    case 'NEW_PASSWORD_REQUIRED':
      if (!input.Session) throw missing('Session')
      return answerNewPassword(ctx, found, input.Session, responses)
    default:
      // Nothing here issues another challenge, so no session can be one of it.
      throw invalidSession()
  }
}

async function passwordVerifier(
  ctx: OperationContext,
  sessionText: string | undefined,
  responses: Parameters,
  find: () => Promise<Candidate>,
): Promise<RespondToAuthChallengeResponse> {
  const claim = {
    signature: requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE'),
    secretBlock: requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'),
    timestampMs: parseTimestamp(requireParameter(responses, 'TIMESTAMP')),
  }
  const candidate = await find()
  const session = sessionText && (await findFirstFactorSession(ctx, candidate, sessionText))
  const user = await proveBySrp(ctx, candidate, claim)
  return completeSignIn(ctx, candidate, user, session || undefined)
}

/** @throws NotAuthorizedException unless it is a session of this very sign-in. */
async function findFirstFactorSession(
  ctx: OperationContext,
  { pool, client, username }: Candidate,
  text: string,
): Promise<NonNullable<Choice['session']>> {
  const expected = { kind: 'FIRST_FACTOR', poolId: pool.id, clientId: client.id } as const
  const session = await findSession(ctx, text, expected)
  if (session.username !== username) throw invalidSession()
  return { ...session, text }
}

function invalidSession(): UserPoolError {
  return new UserPoolError('NotAuthorizedException', 'Invalid session for the user.')
}

function missing(name: string): UserPoolError {
  return new UserPoolError('InvalidParameterException', `Missing required parameter ${name}`)
}
