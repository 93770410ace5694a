import type { GetIdInput, GetIdResponse } from '@aws-sdk/client-cognito-identity'
import { requirePool, type OperationContext } from '../context.ts'
import { checkGuestsAllowed, linked } from '../identify.ts'
import { identityOfLogins } from '../join-identities.ts'
import type { With } from '../operation.ts'
import { verifyLogins } from '../verify-logins.ts'

type Input = With<GetIdInput, 'IdentityPoolId'>

/**
 * GetId: the identity of the logins, the same one each time; without logins a new guest each time.
 *
 * @param input `Logins` holds tokens in clear text; nothing keeps them. `AccountId` is not looked at.
 * @throws ResourceNotFoundException, InvalidParameterException, NotAuthorizedException,
 *   ResourceConflictException, LimitExceededException
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html
 */
export async function getId(input: Input, ctx: OperationContext): Promise<GetIdResponse> {
  const pool = requirePool(ctx, input.IdentityPoolId)
  const logins = await verifyLogins(pool, input.Logins ?? {}, ctx.verifyLogin)
  if (logins.length > 0) {
    return { IdentityId: identityOfLogins(ctx.identities, pool, logins.map(linked)).id }
  }
  checkGuestsAllowed(pool)
  return { IdentityId: ctx.identities.add(pool, []).id }
}
