import type { UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'

/** What needs no resource server. */
export const ownScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin']

export function findUnknownScope(
  scopes: readonly string[],
  ofServers: readonly string[],
): string | undefined {
  return scopes.find((scope) => !ownScopes.includes(scope) && !ofServers.includes(scope))
}

/** AWS's own words: https://github.com/awsdocs/aws-cloudformation-user-guide/issues/564 */
export function invalidScope(scope: string): string {
  return `Invalid scope requested: ${scope}`
}

/**
 * What CreateUserPoolClient and UpdateUserPoolClient are given. Resource servers are the template's:
 * the API makes none here.
 *
 * @throws ScopeDoesNotExistException
 */
export function checkScopes(pool: UserPoolConfig, scopes: readonly string[] | undefined): void {
  const unknown = findUnknownScope(scopes ?? [], pool.resourceServerScopes ?? [])
  if (unknown !== undefined) {
    throw new UserPoolError('ScopeDoesNotExistException', invalidScope(unknown))
  }
}
