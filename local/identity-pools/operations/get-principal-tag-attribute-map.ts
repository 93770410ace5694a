import type {
  GetPrincipalTagAttributeMapInput,
  GetPrincipalTagAttributeMapResponse,
} from '@aws-sdk/client-cognito-identity'
import { requirePool, type OperationContext } from '../context.ts'
import { IdentityPoolError } from '../errors.ts'
import type { With } from '../operation.ts'
import { ownNameOf } from '../verify-logins.ts'

type Input = With<GetPrincipalTagAttributeMapInput, 'IdentityPoolId' | 'IdentityProviderName'>

/**
 * GetPrincipalTagAttributeMap: which claims of a provider's tokens tag the session, and as what.
 *
 * @throws ResourceNotFoundException, also where nothing is set for the provider.
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetPrincipalTagAttributeMap.html
 */
export function getPrincipalTagAttributeMap(
  { IdentityPoolId, IdentityProviderName }: Input,
  ctx: OperationContext,
): Promise<GetPrincipalTagAttributeMapResponse> {
  const pool = requirePool(ctx, IdentityPoolId)
  const { principalTags = {}, usesDefaultTags = [] } = pool
  const name = ownNameOf(pool, IdentityProviderName)
  const tags = Object.hasOwn(principalTags, name) ? principalTags[name] : undefined
  if (!tags) {
    throw new IdentityPoolError(
      'ResourceNotFoundException',
      `No principal tags are set for '${IdentityProviderName}' in '${IdentityPoolId}'.`,
    )
  }
  return Promise.resolve({
    IdentityPoolId: pool.id,
    IdentityProviderName: name,
    UseDefaults: usesDefaultTags.includes(name),
    PrincipalTags: { ...tags },
  })
}
