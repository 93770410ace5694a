import type { CreateUserPoolClientRequest } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../../attributes/rules.ts'
import { requirePool, type OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import type { CreatedClient } from '../../pools/definitions.ts'
import { describeAppClient } from '../../pools/describe-app-client.ts'
import { checkScopes } from '../../pools/scopes.ts'

type Input = With<CreateUserPoolClientRequest, 'UserPoolId' | 'ClientName'>

/**
 * CreateUserPoolClient: an app client of any pool, the template's among them.
 *
 * @param input with a `ClientSecret` the client has that one; with `GenerateSecret` a new one.
 * @throws ResourceNotFoundException, InvalidParameterException, ScopeDoesNotExistException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function createUserPoolClient(input: Input, ctx: OperationContext): Promise<object> {
  const { UserPoolId, ClientSecret, ...given } = input
  const pool = requirePool(ctx, UserPoolId)
  if (ClientSecret !== undefined && given.GenerateSecret) {
    throw invalidParameter('ClientSecret cannot be given together with GenerateSecret.')
  }
  checkScopes(pool, given.AllowedOAuthScopes)
  const secret = given.GenerateSecret ? ctx.definitions.newId('client secret') : ClientSecret
  const nowMs = ctx.clock.now()
  const created: CreatedClient = {
    id: ctx.definitions.newId('app client'),
    poolId: pool.id,
    definition: { ...given, GenerateSecret: secret !== undefined },
    ...(secret === undefined ? {} : { secret }),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
  const client = ctx.createdPools.saveClient(created, pool)
  return Promise.resolve({ UserPoolClient: describeAppClient(pool.id, client, created) })
}
