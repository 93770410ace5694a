import type { GroupConfig } from '../../../user-pools/config.ts'
import { defined } from '../../defined.ts'
import type { LoadContext } from '../../load-context.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { type EvaluatedResource, refOf } from '../../resource-types.ts'

/**
 * @param taken pools and names of the groups before it.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolgroup.html
 */
export function readUserPoolGroup(
  reader: PropertyReader,
  resource: EvaluatedResource,
  context: LoadContext,
  taken: Set<string>,
): { userPoolId: string; group: GroupConfig } {
  reader.checkNames('GroupName')
  const userPoolId = reader.requiredString('UserPoolId')
  const name = refOf(resource, context)
  const key = `${userPoolId} ${name}`
  if (taken.has(key)) reader.problem('GroupName', 'A group with the name already exists.')
  taken.add(key)
  return {
    userPoolId,
    group: {
      name,
      ...defined('description', reader.string('Description')),
      ...defined('precedence', reader.integer('Precedence', { min: 0 })),
      ...defined('roleArn', reader.string('RoleArn')),
    },
  }
}
