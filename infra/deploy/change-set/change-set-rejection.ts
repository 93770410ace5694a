import { DescribeEventsCommand, type OperationEvent } from '@aws-sdk/client-cloudformation'
import { explainFailure } from '../events/failure-causes.ts'
import { DeployProblem } from '../problem.ts'
import type { Session } from '../aws/session.ts'

/**
 * Why CloudFormation could not make a change set. Since its early validation (November 2025) the
 * reasons are events; the change set only says that there are some.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html
 */
export async function describeRejection(
  session: Session,
  changeSetId: string,
  reason = 'CloudFormation gave no reason.',
): Promise<DeployProblem> {
  const [first, ...rest] = await readRejections(session, changeSetId)
  if (first === undefined) {
    return new DeployProblem(
      `CloudFormation cannot make this change: ${reason}`,
      'Mend what it names, in infra/template.yaml or in the parameters, then run the same command again.',
    )
  }
  const problem = explainFailure({
    ...first,
    ResourceStatusReason: first.ValidationStatusReason ?? first.ResourceStatusReason,
  })
  const more = rest.map(sentenceOf).map((line) => `\n  - ${line}`)
  return new DeployProblem(`${problem.message}${more.join('')}`, problem.remedy)
}

async function readRejections(
  { aws, signal }: Session,
  ChangeSetName: string,
): Promise<OperationEvent[]> {
  try {
    const { OperationEvents = [] } = await aws.cloudFormation.send(
      new DescribeEventsCommand({ ChangeSetName, Filters: { FailedEvents: true } }),
      { abortSignal: signal },
    )
    return OperationEvents.filter((event) => sentenceOf(event) !== '')
  } catch (error) {
    signal.throwIfAborted()
    // Older permissions do not have this action; the change set's own reason has to do then.
    if (error instanceof Error) return []
    throw error
  }
}

function sentenceOf({ ValidationStatusReason, ResourceStatusReason }: OperationEvent): string {
  return ValidationStatusReason ?? ResourceStatusReason ?? ''
}
