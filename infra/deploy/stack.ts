import {
  CloudFormationServiceException,
  DescribeStacksCommand,
  paginateListStackResources,
  type Parameter,
  type Stack as SdkStack,
  type StackResourceSummary,
  type StackStatus,
} from '@aws-sdk/client-cloudformation'
import { nameOf } from './aws/api-problems.ts'
import type { Session } from './aws/session.ts'

export type Stack = SdkStack & { StackId: string; StackStatus: StackStatus }

/** @param name of the stack, or its id, which finds it after it is deleted as well. */
export async function findStack(
  { aws, signal }: Session,
  name: string,
): Promise<Stack | undefined> {
  try {
    const { Stacks } = await aws.cloudFormation.send(
      new DescribeStacksCommand({ StackName: name }),
      { abortSignal: signal },
    )
    return Stacks?.[0] as Stack | undefined
  } catch (error) {
    if (isNotThere(error)) return undefined
    throw error
  }
}

/** What the stack holds, without what was deleted or never came to be. */
export async function listResources(
  { aws, signal }: Session,
  stackId: string,
): Promise<StackResourceSummary[]> {
  const resources: StackResourceSummary[] = []
  const pages = paginateListStackResources(
    { client: aws.cloudFormation },
    { StackName: stackId },
    { abortSignal: signal },
  )
  for await (const { StackResourceSummaries = [] } of pages) {
    resources.push(...StackResourceSummaries)
  }
  return resources.filter(
    ({ ResourceStatus, PhysicalResourceId }) =>
      // What failed before it had an id has an empty one.
      ResourceStatus !== 'DELETE_COMPLETE' && Boolean(PhysicalResourceId),
  )
}

export function parameterOf(stack: Stack, name: string): string | undefined {
  return valueIn(stack.Parameters ?? [], name)
}

export function valueIn(parameters: readonly Parameter[], name: string): string | undefined {
  return parameters.find(({ ParameterKey }) => ParameterKey === name)?.ParameterValue
}

export function describeResource(resource: StackResourceSummary): string {
  const { LogicalResourceId = '', ResourceType = '', PhysicalResourceId = '' } = resource
  return `${LogicalResourceId} (${ResourceType}) ${PhysicalResourceId}`
}

/** `arn:aws:cloudformation:<region>:<account>:stack/<name>/<uuid>` */
export function accountOf(stackId: string): string {
  return stackId.split(':')[4] ?? ''
}

/** CloudFormation has no name for it: a `ValidationError` whose words alone say so. */
function isNotThere(error: unknown): boolean {
  return (
    error instanceof CloudFormationServiceException &&
    nameOf(error) === 'ValidationError' &&
    / does not exist$/.test(error.message)
  )
}
