import type { Role } from '../../../iam/policy/policy.ts'
import type { LoadContext } from '../../load-context.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { type EvaluatedResource, findAttribute, refOf } from '../../resource-types.ts'
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
  mentionManagedPolicies(reader)
  return {
    id: findAttribute(resource, 'RoleId', context) ?? '',
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    maxSessionSeconds: reader.integer('MaxSessionDuration', { min: 3600, max: 43_200 }) ?? 3600,
    name: refOf(resource, context),
    arn: findAttribute(resource, 'Arn', context) ?? '',
    trustPolicy: readPolicyDocument(reader, 'AssumeRolePolicyDocument', 'trust'),
    policies: (reader.maps('Policies') ?? []).map((policy) => {
      policy.requiredString('PolicyName')
      return readPolicyDocument(policy, 'PolicyDocument', 'identity')
    }),
  }
}

/** What a function writes goes to the terminal, whatever its role may do. */
const logsOnly = /^arn:aws[a-z-]*:iam::aws:policy\/service-role\/AWSLambdaBasicExecutionRole$/

function mentionManagedPolicies(reader: PropertyReader): void {
  const arns = reader.strings('ManagedPolicyArns') ?? []
  if (arns.some((arn) => !logsOnly.test(arn))) {
    reader.notEmulated(
      'ManagedPolicyArns',
      'AWS’s managed policies are not here; they grant nothing',
    )
  } else if (arns.length > 0) {
    reader.notEmulated('ManagedPolicyArns', 'a function writes its log without a permission')
  }
}
