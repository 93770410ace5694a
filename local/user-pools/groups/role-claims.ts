import type { Group } from './groups.ts'

/**
 * What an ID token says of the roles of somebody's groups, for an identity pool to choose by. None is
 * preferred where several take precedence that have other roles, nor of groups without a precedence.
 *
 * @param groups the one that takes precedence first.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
 */
export function roleClaims(groups: readonly Group[]): {
  'cognito:roles'?: readonly string[]
  'cognito:preferred_role'?: string
} {
  const roles = rolesOf(groups)
  const least = groups[0]?.precedence
  const first = groups.filter(({ precedence }) => precedence !== undefined && precedence === least)
  const [preferred, ...others] = rolesOf(first)
  return {
    ...(roles.length > 0 && { 'cognito:roles': roles }),
    ...(preferred !== undefined && others.length === 0 && { 'cognito:preferred_role': preferred }),
  }
}

function rolesOf(groups: readonly Group[]): string[] {
  return [...new Set(groups.flatMap(({ roleArn }) => roleArn ?? []))]
}
