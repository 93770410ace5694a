import type { UpdateUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import type { CreatedPool } from '../../pools/definitions.ts'
import { requireCreatedPool } from '../../pools/require-created.ts'

type Input = With<UpdateUserPoolRequest, 'UserPoolId'>

/** What a pool keeps for good, and so is not asked for again. */
const forGood = [
  'PoolName',
  'Schema',
  'UsernameAttributes',
  'AliasAttributes',
  'UsernameConfiguration',
]

/**
 * UpdateUserPool: what is not given is set back to its default, but for what can never change.
 *
 * @throws ResourceNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export function updateUserPool(input: Input, ctx: OperationContext): Promise<object> {
  const { UserPoolId, ...given } = input
  const before = requireCreatedPool(ctx, UserPoolId)
  const kept = Object.entries(before.definition).filter(([name]) => forGood.includes(name))
  const after: CreatedPool = {
    ...before,
    definition: { ...Object.fromEntries(kept), ...given },
    updatedAtMs: ctx.clock.now(),
  }
  ctx.createdPools.savePool(after)
  return Promise.resolve({})
}
