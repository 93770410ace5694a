import { checked } from '../core/ports/checks.ts'
import type { IdentityPoolConfig } from './config.ts'
import { requireIdentity, type OperationContext } from './context.ts'
import { notAuthorized } from './errors.ts'
import type { Identity } from './identities.ts'
import { identityWithLogins } from './join-identities.ts'
import { verifyLogins, type Login } from './verify-logins.ts'

export interface Identified {
  identity: Identity
  pool: IdentityPoolConfig
  /** Those that this request proved; empty for a guest. */
  logins: readonly Login[]
}

/**
 * Proves that the caller is the identity that is named: a guest by its id alone, everybody else by
 * a token of one of its logins.
 *
 * @throws ResourceNotFoundException, InvalidParameterException, NotAuthorizedException,
 *   ResourceConflictException
 */
export async function identify(
  ctx: OperationContext,
  identityId: string,
  tokens: Readonly<Record<string, string>> = {},
): Promise<Identified> {
  const { pool } = requireIdentity(ctx, identityId)
  const logins = await checked(ctx.checks, 'Logins', () =>
    verifyLogins(pool, tokens, ctx.verifyLogin),
  )

  // Read anew: another request may have changed the identity while the tokens were proved.
  const { identity } = requireIdentity(ctx, identityId)
  if (logins.length > 0) {
    return {
      identity: identityWithLogins(ctx.identities, identity, logins.map(linked)),
      pool,
      logins,
    }
  }
  checked(ctx.checks, 'AllowUnauthenticatedIdentities', () => {
    if (identity.logins.length > 0) {
      throw notAuthorized(`Access to Identity '${identityId}' is forbidden.`)
    }
    checkGuestsAllowed(pool)
  })
  return { identity, pool, logins }
}

/** @throws NotAuthorizedException */
export function checkGuestsAllowed(pool: IdentityPoolConfig): void {
  if (!pool.allowUnauthenticatedIdentities) {
    throw notAuthorized('Unauthenticated access is not supported for this identity pool.')
  }
}

export function linked({ keptAs, subject }: Login) {
  return { providerName: keptAs, subject }
}
