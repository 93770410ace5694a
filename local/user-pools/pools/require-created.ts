import { invalidParameter } from '../attributes/rules.ts'
import { requireClientOfPool, requirePool, type OperationContext } from '../context.ts'
import type { CreatedClient, CreatedPool } from './definitions.ts'

/**
 * A pool that the API may change.
 *
 * Differs from AWS: what the template declares is changed there, and by no operation.
 *
 * @throws ResourceNotFoundException, InvalidParameterException
 */
export function requireCreatedPool(ctx: OperationContext, userPoolId: string): CreatedPool {
  const { id } = requirePool(ctx, userPoolId)
  const created = ctx.createdPools.findPool(id)
  if (created) return created
  throw invalidParameter(`User pool ${id} is declared by the template. Change it there.`)
}

/** The same of an app client. */
export function requireCreatedClient(
  ctx: OperationContext,
  userPoolId: string,
  clientId: string,
): CreatedClient {
  const { pool, client } = requireClientOfPool(ctx, userPoolId, clientId)
  const created = ctx.createdPools.findClient(pool.id, client.id)
  if (created) return created
  throw invalidParameter(
    `User pool client ${client.id} is declared by the template. Change it there.`,
  )
}
