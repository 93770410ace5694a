import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../context.ts'
import { consumeSession, type SessionKey } from '../sign-in/sessions.ts'
import { apiScope, issueTokens } from '../tokens/issue-tokens.ts'
import { beginChallenge, nextStep } from './next-step.ts'
import type { SignIn } from './sign-in.ts'

/**
 * Tokens for a user who has proved all there is to prove, else the challenge that is next. Call it
 * with no `await` after the proof: it takes the session first, so that one leads to one sign-in.
 */
export async function completeSignIn(
  ctx: OperationContext,
  signIn: SignIn,
  session?: SessionKey,
): Promise<InitiateAuthResponse> {
  const step = nextStep(ctx, signIn)
  if (session) consumeSession(ctx, session)
  if (step !== 'done') return beginChallenge(ctx, signIn, step)
  const AuthenticationResult = await issueTokens(ctx, { ...signIn, scope: apiScope })
  return { AuthenticationResult, ChallengeParameters: {} }
}
