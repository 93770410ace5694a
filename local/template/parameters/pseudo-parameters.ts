import { type LoadContext, partitionOf, urlSuffixOf } from '../load-context.ts'

/**
 * `AWS::…` names that `Ref` and `Fn::Sub` know, but for `AWS::NoValue`, which is no value.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
export function findPseudoParameter(name: string, context: LoadContext): string | undefined {
  const { region, accountId, stackName } = context
  switch (name) {
    case 'AWS::AccountId':
      return accountId
    case 'AWS::Partition':
      return partitionOf(region)
    case 'AWS::Region':
      return region
    case 'AWS::StackId': {
      const id = context.physicalId(stackName, 'AWS::CloudFormation::Stack')
      return `arn:${partitionOf(region)}:cloudformation:${region}:${accountId}:stack/${stackName}/${id}`
    }
    case 'AWS::StackName':
      return stackName
    case 'AWS::URLSuffix':
      return urlSuffixOf(region)
    default:
      return undefined
  }
}
