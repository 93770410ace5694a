import type { ClientOfPool, OperationContext } from '../context.ts'
import { isPasswordOf } from '../import/password-hash.ts'
import type { PasswordVerifier, UserRecord } from '../model.ts'
import { createVerifier } from '../srp/verifier.ts'

/**
 * Makes a password of the pool's own of one that came as a hash, if `password` is the one that was
 * hashed: from then on they sign in as anybody, by SRP too.
 *
 * @param password clear text.
 * @returns their password as it is now; undefined while they have none but the hash.
 */
export async function adoptImportedPassword(
  ctx: OperationContext,
  { pool }: Pick<ClientOfPool, 'pool'>,
  { importedHash, ...before }: UserRecord,
  password: string,
): Promise<PasswordVerifier | undefined> {
  if (!importedHash || !(await isPasswordOf(importedHash, password, ctx.crypto))) return undefined
  const verifier = await createVerifier(ctx, before, password)
  const user = ctx.users.findBySub(pool, before.sub)
  // Another request may have taken the password over, or set another one.
  if (user?.importedHash?.hash !== importedHash.hash) return user?.password
  const { importedHash: _, ...rest } = user
  ctx.users.update(pool, { ...rest, password: verifier })
  return verifier
}
