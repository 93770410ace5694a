import { checked } from '../../core/ports/checks.ts'
import { requireClient, type ClientOfPool, type OperationContext } from '../context.ts'
import { checkSecretHash } from './secret-hash.ts'

/**
 * The app client that an unauthenticated call comes from, its secret proved where it has one.
 *
 * @throws ResourceNotFoundException, NotAuthorizedException
 */
export async function requireProvenClient(
  ctx: OperationContext,
  input: { ClientId: string; Username: string; SecretHash?: string | undefined },
): Promise<ClientOfPool> {
  const found = requireClient(ctx, input.ClientId)
  await checked(ctx.checks, 'SecretHash', () =>
    checkSecretHash(ctx, found.client, input.Username, input.SecretHash),
  )
  return found
}
