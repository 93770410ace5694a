import type { UpdateUserPoolClientRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import type { CreatedClient } from '../../pools/definitions.ts'
import { describeAppClient } from '../../pools/describe-app-client.ts'
import { requireCreatedClient } from '../../pools/require-created.ts'
import { checkScopes } from '../../pools/scopes.ts'

type Input = With<UpdateUserPoolClientRequest, 'UserPoolId' | 'ClientId'>

/**
 * UpdateUserPoolClient: what is not given is set back to its default, but for name and secret.
 *
 * @throws ResourceNotFoundException, InvalidParameterException, ScopeDoesNotExistException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html
 */
export function updateUserPoolClient(input: Input, ctx: OperationContext): Promise<object> {
  const { UserPoolId, ClientId, ...given } = input
  const pool = requirePool(ctx, UserPoolId)
  const before = requireCreatedClient(ctx, pool.id, ClientId)
  checkScopes(pool, given.AllowedOAuthScopes)
  const { ClientName, GenerateSecret } = before.definition
  const after: CreatedClient = {
    ...before,
    definition: { ClientName, GenerateSecret, ...given },
    updatedAtMs: ctx.clock.now(),
  }
  const client = ctx.createdPools.saveClient(after, pool)
  return Promise.resolve({ UserPoolClient: describeAppClient(pool.id, client, after) })
}
