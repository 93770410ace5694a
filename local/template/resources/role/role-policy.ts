import type { PolicyDocument, Role } from '../../../iam/policy/policy.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { readPolicyDocument } from './policy-document.ts'

/**
 * A policy that stands beside its roles: one in a role could not name what the role is there for.
 *
 * @returns the names of the roles that it is for.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html
 */
export function readRolePolicy(
  reader: PropertyReader,
  roles: readonly Role[],
): { roleNames: readonly string[]; policy: PolicyDocument } {
  reader.requiredString('PolicyName')
  reader.notEmulated('Groups', 'there are no IAM groups')
  reader.notEmulated('Users', 'there are no IAM users')
  const attached = reader.references(
    'Roles',
    roles,
    'name',
    (name) => `this template has no role ${name}.`,
  )
  if (!['Groups', 'Roles', 'Users'].some((name) => reader.has(name))) {
    reader.problem('Roles', 'a policy needs a role, a user or a group.')
  }
  return {
    roleNames: attached.map(({ name }) => name),
    policy: readPolicyDocument(reader, 'PolicyDocument', 'identity'),
  }
}

/** Roles with the policies that stand beside them. */
export function withPolicies(
  roles: readonly Role[],
  policies: readonly ReturnType<typeof readRolePolicy>[],
): Role[] {
  return roles.map((role) => {
    const own = policies.filter(({ roleNames }) => roleNames.includes(role.name))
    return { ...role, policies: [...role.policies, ...own.map(({ policy }) => policy)] }
  })
}
