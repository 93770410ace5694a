import type { DescribeIdentityPoolInput, IdentityPool } from '@aws-sdk/client-cognito-identity'
import { requirePool, type OperationContext } from '../context.ts'
import type { With } from '../operation.ts'

type Input = With<DescribeIdentityPoolInput, 'IdentityPoolId'>

/**
 * DescribeIdentityPool: the pool's settings. Its roles are another operation's.
 *
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html
 */
export function describeIdentityPool(
  { IdentityPoolId }: Input,
  ctx: OperationContext,
): Promise<IdentityPool> {
  const pool = requirePool(ctx, IdentityPoolId)
  return Promise.resolve({
    IdentityPoolId: pool.id,
    IdentityPoolName: pool.name,
    AllowUnauthenticatedIdentities: pool.allowUnauthenticatedIdentities,
    AllowClassicFlow: pool.allowClassicFlow,
    SupportedLoginProviders: { ...pool.supportedLoginProviders },
    CognitoIdentityProviders: pool.cognitoProviders.map(
      ({ providerName, clientId, serverSideTokenCheck }) => ({
        ProviderName: providerName,
        ClientId: clientId,
        ServerSideTokenCheck: serverSideTokenCheck,
      }),
    ),
    IdentityPoolTags: {},
  })
}
