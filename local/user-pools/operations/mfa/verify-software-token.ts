import type {
  VerifySoftwareTokenRequest,
  VerifySoftwareTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import type { SoftwareToken } from '../../model.ts'
import type { With } from '../../operation.ts'
import { mfaOf } from '../../mfa/factors.ts'
import { advanceSetup, findSetup } from '../../mfa/setup-session.ts'
import { findStep } from '../../mfa/totp.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<VerifySoftwareTokenRequest, 'UserCode'>

/**
 * VerifySoftwareToken: the right code makes an associated authenticator app the user's. It does not
 * switch the factor on, which SetUserMFAPreference does, or the sign-in that waits for it.
 *
 * @throws EnableSoftwareTokenMFAException for a wrong code, InvalidParameterException,
 *   NotAuthorizedException, ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html
 */
export async function verifySoftwareToken(
  { AccessToken, Session, UserCode, FriendlyDeviceName }: Input,
  ctx: OperationContext,
): Promise<VerifySoftwareTokenResponse> {
  if (AccessToken === undefined) {
    if (!Session) throw invalidParameter('Either an access token or a session is needed.')
    const setup = await findSetup(ctx, Session)
    const secret = setup.session.token?.secret
    const verified = verify(ctx, secret, UserCode, FriendlyDeviceName)
    const next = await advanceSetup(ctx, setup, { secret: verified.secret, verified })
    return { Status: 'SUCCESS', Session: next }
  }

  const { pool, user: caller } = await requireAccessToken(ctx, AccessToken)
  const user = requireCurrent(ctx.users, pool, caller)
  const { pendingSecret, ...mfa } = mfaOf(user)
  const softwareToken = verify(ctx, pendingSecret, UserCode, FriendlyDeviceName)
  ctx.users.update(pool, { ...user, mfa: { ...mfa, softwareToken }, updatedAtMs: ctx.clock.now() })
  return { Status: 'SUCCESS' }
}

/** The code counts as taken: a sign-in within the same half minute needs the next one. */
function verify(
  { clock }: OperationContext,
  secret: string | undefined,
  code: string,
  name: string | undefined,
): SoftwareToken {
  if (secret === undefined) throw invalidParameter('User has not set up software token mfa')
  const step = findStep(secret, code, clock.now())
  if (step !== undefined) return { secret, lastStep: step, ...(name && { name }) }
  throw new UserPoolError(
    'EnableSoftwareTokenMFAException',
    'Code mismatch and fail enable Software Token MFA',
  )
}
