import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { AliasAttribute, UserRecord } from '../model.ts'
import { checkAliasIsFree } from '../users/alias.ts'

/** @throws AliasExistsException when somebody else signs in by one of the new values. */
export function checkAliasesAreFree(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  changes: ReadonlyMap<string, string>,
): void {
  const aliases: readonly AliasAttribute[] = ['email', 'phone_number', 'preferred_username']
  for (const attribute of aliases) {
    const value = changes.get(attribute)
    if (value) {
      checkAliasIsFree(
        ctx,
        pool,
        user,
        attribute,
        value,
        'User account already exists for the alias.',
      )
    }
  }
}

/**
 * A code that went to an address before would bring that one back.
 *
 * @param changed names of attributes.
 */
export function removeCodesOf(
  ctx: OperationContext,
  user: UserRecord,
  changed: Iterable<string>,
): void {
  for (const name of changed) {
    if (name === 'email' || name === 'phone_number') ctx.codes.remove(user, `ATTRIBUTE/${name}`)
  }
}
