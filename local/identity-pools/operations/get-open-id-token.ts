import type { GetOpenIdTokenInput, GetOpenIdTokenResponse } from '@aws-sdk/client-cognito-identity'
import { requireIdentity, type OperationContext } from '../context.ts'
import { IdentityPoolError } from '../errors.ts'
import { identify } from '../identify.ts'
import type { With } from '../operation.ts'
import { amrOf, tagsOf } from '../session.ts'

type Input = With<GetOpenIdTokenInput, 'IdentityId'>

/**
 * GetOpenIdToken: a token for STS that says who the identity is, and how a session of
 * theirs is tagged (the basic flow).
 *
 * @param input `Logins` holds tokens in clear text; nothing keeps them.
 * @throws ResourceNotFoundException, InvalidParameterException, NotAuthorizedException,
 *   ResourceConflictException, LimitExceededException
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html
 */
export async function getOpenIdToken(
  input: Input,
  ctx: OperationContext,
): Promise<GetOpenIdTokenResponse> {
  if (!requireIdentity(ctx, input.IdentityId).pool.allowClassicFlow) {
    throw new IdentityPoolError(
      'InvalidParameterException',
      'Basic (classic) flow is not enabled, please use enhanced flow.',
    )
  }
  const { identity, pool, logins } = await identify(ctx, input.IdentityId, input.Logins)
  const Token = await ctx.openIdTokens.sign({
    sub: identity.id,
    aud: pool.id,
    amr: amrOf(pool, logins),
    tags: tagsOf(pool, logins),
  })
  return { IdentityId: identity.id, Token }
}
