import type { AppClientConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'

const encoder = new TextEncoder()

/**
 * The token operations take the secret itself, not a hash of it. A public client's is not looked
 * at.
 *
 * @throws UnauthorizedException
 */
export function checkClientSecret(
  { crypto }: Pick<OperationContext, 'crypto'>,
  client: AppClientConfig,
  given: string | undefined,
): void {
  if (client.secret === undefined) return
  if (!crypto.equal(encoder.encode(client.secret), encoder.encode(given ?? ''))) {
    throw new UserPoolError('UnauthorizedException', 'Invalid client or secret')
  }
}
