import type {
  ClaimChanges,
  GroupConfiguration,
  TokenChanges,
} from '../triggers/pre-token-generation.ts'

type Claims = Readonly<Record<string, unknown>>

/**
 * What a trigger changes nothing of, without a word.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
const kept: ReadonlySet<string> = new Set([
  'acr',
  'amr',
  'aud',
  'at_hash',
  'auth_time',
  'azp',
  'cognito:username',
  'exp',
  'iat',
  'identities',
  'iss',
  'jti',
  'nbf',
  'nonce',
  'origin_jti',
  'sub',
  'token_use',
])

/** By which the user pool knows its own access tokens again. */
const keptInAccessTokens: ReadonlySet<string> = new Set([
  'client_id',
  'device_key',
  'event_id',
  'scope',
  'username',
  'version',
])

export function changedIdClaims(claims: object, changes: TokenChanges | undefined): object {
  if (!changes) return claims
  return applied(withGroups({ ...claims }, changes.groups, true), changes.id, isChangeable)
}

export function changedAccessClaims(claims: object, changes: TokenChanges | undefined): object {
  if (!changes) return claims
  const { access, groups } = changes
  const before: Claims = { ...claims }
  const scopes = String(before.scope).split(' ').concat(access.scopesToAdd)
  const removed = new Set(access.scopesToRemove)
  const scope = [...new Set(scopes)].filter((one) => one !== '' && !removed.has(one)).join(' ')
  const isFree = (name: string) => isChangeable(name) && !keptInAccessTokens.has(name)
  return applied(withGroups({ ...before, scope }, groups, false), access, isFree)
}

/** What is both set and taken away is taken away. */
function applied(
  claims: Claims,
  { set, remove }: ClaimChanges,
  isFree: (name: string) => boolean,
): Claims {
  const changed: Record<string, unknown> = { ...claims }
  for (const [name, value] of Object.entries(set)) {
    // Groups and roles have a member of their own.
    if (isFree(name) && !name.startsWith('cognito:')) changed[name] = value
  }
  const removed = new Set(remove.filter(isFree))
  return Object.fromEntries(Object.entries(changed).filter(([name]) => !removed.has(name)))
}

function isChangeable(name: string): boolean {
  return !kept.has(name) && !name.startsWith('dev:')
}

function withGroups(
  claims: Claims,
  groups: GroupConfiguration | undefined,
  tellsRoles: boolean,
): Claims {
  if (!groups) return claims
  const {
    'cognito:groups': _,
    'cognito:roles': __,
    'cognito:preferred_role': ___,
    ...others
  } = claims
  const { groupsToOverride, iamRolesToOverride, preferredRole } = groups
  return {
    ...others,
    ...(groupsToOverride.length > 0 && { 'cognito:groups': groupsToOverride }),
    ...(tellsRoles && iamRolesToOverride.length > 0 && { 'cognito:roles': iamRolesToOverride }),
    ...(tellsRoles && preferredRole !== null && { 'cognito:preferred_role': preferredRole }),
  }
}
