import type { Role } from '../../iam/policy.ts'
import type { LoadContext } from '../load-context.ts'
import type { PropertyReader } from '../property-reader.ts'
import { type EvaluatedResource, findAttribute, refOf } from '../resource-types.ts'
import { readPolicyDocument } from './policy-document.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export function readRole(
  reader: PropertyReader,
  resource: EvaluatedResource,
  context: LoadContext,
): Role {
  reader.checkNames('RoleName', 'Path')
  reader.pass('Description', 'Tags')
  reader.refuse(
    'PermissionsBoundary',
    'The local AWS applies no permissions boundary, so it would allow more than AWS does.',
  )
  reader.notEmulated('ManagedPolicyArns', 'AWS’s managed policies are not here; they grant nothing')
  reader.notEmulated('MaxSessionDuration', 'credentials last one hour')
  return {
    name: refOf(resource, context),
    arn: findAttribute(resource, 'Arn', context) ?? '',
    trustPolicy: readPolicyDocument(reader, 'AssumeRolePolicyDocument', 'trust'),
    policies: (reader.maps('Policies') ?? []).map((policy) => {
      policy.requiredString('PolicyName')
      return readPolicyDocument(policy, 'PolicyDocument', 'identity')
    }),
  }
}
