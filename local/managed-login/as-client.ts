import { secretHashOf } from '../user-pools/sign-in/secret-hash.ts'
import type { ClientOfDomain, ManagedLoginContext } from './context.ts'

/** What every call of a user-pool operation begins with, proved as the client itself would. */
export async function asClient(
  ctx: ManagedLoginContext,
  { client }: Pick<ClientOfDomain, 'client'>,
  Username: string,
): Promise<{ ClientId: string; Username: string; SecretHash?: string }> {
  const { id: ClientId, secret } = client
  if (secret === undefined) return { ClientId, Username }
  return { ClientId, Username, SecretHash: await secretHashOf(ctx, ClientId, secret, Username) }
}
