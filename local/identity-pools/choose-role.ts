import type { IdentityPoolConfig, RoleMapping, RoleMappingRule } from './config.ts'
import { notAuthorized } from './errors.ts'
import type { Login } from './verify-logins.ts'

/**
 * The ARN of the role for this request: the custom role, when the token has it; what the provider's
 * mapping says; the pool's role for those who have, or have not, logged in.
 *
 * @returns undefined when the pool has no role for them.
 * @throws NotAuthorizedException when a role is asked for that the token does not have, or when
 *   the mapping is ambiguous and says to deny.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
 */
export function chooseRoleArn(
  pool: IdentityPoolConfig,
  logins: readonly Login[],
  customRoleArn: string | undefined,
): string | undefined {
  if (customRoleArn !== undefined) {
    if (logins.some((login) => rolesOf(login).includes(customRoleArn))) return customRoleArn
    throw notAuthorized('The custom role is not one of the roles in the token.')
  }
  if (logins.length === 0) return pool.unauthenticatedRole?.arn
  for (const login of logins) {
    const name = mappingName(pool, login)
    const mapping = name === undefined ? undefined : pool.roleMappings[name]
    if (name === undefined || !mapping) continue
    const roleArn = mapping.type === 'Token' ? preferredRole(login) : mappedRole(mapping, login)
    if (roleArn !== undefined) return roleArn
    if (mapping.ambiguousRoleResolution === 'Deny') {
      throw notAuthorized(`The ambiguous role mapping rules for: ${name} denied this request.`)
    }
    break
  }
  return pool.authenticatedRole?.arn
}

function mappingName(pool: IdentityPoolConfig, { providerName, audience }: Login) {
  return [`${providerName}:${audience}`, providerName].find((key) =>
    Object.hasOwn(pool.roleMappings, key),
  )
}

function preferredRole({ claims }: Login): string | undefined {
  const role = claims['cognito:preferred_role']
  return typeof role === 'string' && role !== '' ? role : undefined
}

function rolesOf({ claims }: Login): readonly unknown[] {
  const roles = claims['cognito:roles']
  return Array.isArray(roles) ? roles : []
}

function mappedRole({ rules }: RoleMapping, { claims }: Login): string | undefined {
  return rules.find((rule) => matchesRule(rule, claims))?.roleArn
}

/** A claim that is not there matches no rule, `NotEqual` neither. A list is read as its JSON. */
function matchesRule(rule: RoleMappingRule, claims: Login['claims']): boolean {
  if (!Object.hasOwn(claims, rule.claim)) return false
  const claim = claims[rule.claim]
  const text = typeof claim === 'string' ? claim : JSON.stringify(claim)
  switch (rule.matchType) {
    case 'Equals':
      return text === rule.value
    case 'Contains':
      return text.includes(rule.value)
    case 'StartsWith':
      return text.startsWith(rule.value)
    case 'NotEqual':
      return text !== rule.value
  }
}
