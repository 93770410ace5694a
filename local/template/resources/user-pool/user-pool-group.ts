import type { GroupConfig } from '../../../user-pools/config.ts'
import { defined } from '../../defined.ts'
import type { LoadContext } from '../../load-context.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { type EvaluatedResource, refOf } from '../../resource-types.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolgroup.html */
export function readUserPoolGroup(
  reader: PropertyReader,
  resource: EvaluatedResource,
  context: LoadContext,
): { userPoolId: string; group: GroupConfig } {
  reader.checkNames('GroupName')
  return {
    userPoolId: reader.requiredString('UserPoolId'),
    group: {
      name: refOf(resource, context),
      ...defined('description', reader.string('Description')),
      ...defined('precedence', reader.integer('Precedence', { min: 0 })),
      ...defined('roleArn', reader.string('RoleArn')),
    },
  }
}
