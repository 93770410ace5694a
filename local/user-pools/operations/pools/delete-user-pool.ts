import type { DeleteUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { checkNoImport, jobKey, jobsOf } from '../../import/jobs.ts'
import { requireCreatedPool } from '../../pools/require-created.ts'

type Input = With<DeleteUserPoolRequest, 'UserPoolId'>

/**
 * DeleteUserPool: a created pool goes, with its app clients, its people and its keys.
 *
 * @throws ResourceNotFoundException, UserImportInProgressException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html
 */
export function deleteUserPool({ UserPoolId }: Input, ctx: OperationContext): Promise<undefined> {
  const { definition } = requireCreatedPool(ctx, UserPoolId)
  checkNoImport(ctx.store, UserPoolId)
  if (definition.DeletionProtection === 'ACTIVE') {
    throw invalidParameter(
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    )
  }
  for (const job of jobsOf(ctx, { id: UserPoolId })) ctx.imports.discard(jobKey(job))
  ctx.createdPools.removePool(UserPoolId)
  return Promise.resolve(undefined)
}
