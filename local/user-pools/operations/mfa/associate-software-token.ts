import type {
  AssociateSoftwareTokenRequest,
  AssociateSoftwareTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../../attributes/rules.ts'
import type { UserPoolConfig } from '../../config.ts'
import type { OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import { mfaOf } from '../../mfa/factors.ts'
import { advanceSetup, findSetup } from '../../mfa/setup-session.ts'
import { newSecret } from '../../mfa/totp.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { requireCurrent } from '../../users/users.ts'

/**
 * AssociateSoftwareToken: a new secret for an authenticator app, for somebody who is signed in or
 * whose sign-in is at MFA_SETUP. It counts once it is verified; asked for again, there is another.
 *
 * @returns `SecretCode` in base32, and `Session` where one was given, which it replaces.
 * @throws InvalidParameterException, NotAuthorizedException, ResourceNotFoundException,
 *   SoftwareTokenMFANotFoundException where the pool has no authenticator apps
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html
 */
export async function associateSoftwareToken(
  { AccessToken, Session }: AssociateSoftwareTokenRequest,
  ctx: OperationContext,
): Promise<AssociateSoftwareTokenResponse> {
  const SecretCode = newSecret(ctx.random)
  if (AccessToken === undefined) {
    if (!Session) throw invalidParameter('Either an access token or a session is needed.')
    const setup = await findSetup(ctx, Session)
    requireSoftwareTokens(setup.pool)
    return { SecretCode, Session: await advanceSetup(ctx, setup, { secret: SecretCode }) }
  }

  const caller = await requireAccessToken(ctx, AccessToken)
  requireSoftwareTokens(caller.pool)
  const user = requireCurrent(ctx.users, caller.pool, caller.user)
  ctx.users.update(caller.pool, { ...user, mfa: { ...mfaOf(user), pendingSecret: SecretCode } })
  return { SecretCode }
}

function requireSoftwareTokens({ mfaConfiguration, enabledMfas }: UserPoolConfig): void {
  if (mfaConfiguration !== 'OFF' && enabledMfas.includes('SOFTWARE_TOKEN_MFA')) return
  throw new UserPoolError(
    'SoftwareTokenMFANotFoundException',
    'Software Token MFA has not been enabled by the userPool',
  )
}
