import {
  CreateChangeSetCommand,
  DescribeChangeSetCommand,
  type DescribeChangeSetOutput,
  ExecuteChangeSetCommand,
  type CreateChangeSetInput,
  type ResourceChange,
} from '@aws-sdk/client-cloudformation'
import { createBackOff } from '../aws/back-off.ts'
import { describeRejection } from './change-set-rejection.ts'
import { discardChangeSet } from './left-change-sets.ts'
import { DeployProblem } from '../problem.ts'
import type { Session } from '../aws/session.ts'

export type ChangeSetRequest = Pick<
  CreateChangeSetInput,
  | 'StackName'
  | 'ChangeSetType'
  | 'TemplateBody'
  | 'TemplateURL'
  | 'UsePreviousTemplate'
  | 'Parameters'
>

export interface ChangeSet {
  id: string
  name: string
  stackId: string
  changes: readonly ResourceChange[]
}

/**
 * Asks for a change set and waits until it is there.
 *
 * @returns undefined when the stack is as asked for already.
 * @throws DeployProblem when CloudFormation finds that it cannot be done.
 */
export async function createChangeSet(
  session: Session,
  name: string,
  request: ChangeSetRequest,
): Promise<ChangeSet | undefined> {
  const { Id, StackId } = await session.aws.cloudFormation.send(
    new CreateChangeSetCommand({
      ...request,
      ChangeSetName: name,
      // A repeated request makes no second change set.
      ClientToken: name,
      // The template has IAM roles, whose names are CloudFormation's own: no CAPABILITY_NAMED_IAM.
      Capabilities: ['CAPABILITY_IAM'],
      Description: 'npm run deploy',
    }),
    { abortSignal: session.signal },
  )
  const id = Id ?? ''
  const description = await waitForChangeSet(session, id)
  session.terminal.show('')
  if (description.Status === 'FAILED') {
    const rejection = hasNoChanges(description)
      ? undefined
      : await describeRejection(session, id, description.StatusReason)
    await discardChangeSet(session, { ...request, ChangeSetName: id })
    if (rejection) throw rejection
    return undefined
  }
  return { id, name, stackId: StackId ?? '', changes: await readChanges(session, description) }
}

async function waitForChangeSet(session: Session, id: string): Promise<DescribeChangeSetOutput> {
  const backOff = createBackOff(session.jitter, { firstMs: 1_000, mostMs: 5_000 })
  while (true) {
    const description = await describe(session, id)
    if (description.Status === 'CREATE_COMPLETE' || description.Status === 'FAILED') {
      return description
    }
    if (description.Status?.startsWith('DELETE') === true) {
      throw new DeployProblem(
        'The change set was deleted by somebody else while it was made.',
        'Run the same command again.',
      )
    }
    session.terminal.show('  Working out what would change …')
    await session.pause(backOff.nextMs())
  }
}

async function describe(
  { aws, signal }: Session,
  ChangeSetName: string,
  NextToken?: string,
): Promise<DescribeChangeSetOutput> {
  return await aws.cloudFormation.send(
    new DescribeChangeSetCommand({ ChangeSetName, ...(NextToken !== undefined && { NextToken }) }),
    { abortSignal: signal },
  )
}

/** Answers have 1 MB at most, the rest is on further pages. */
async function readChanges(
  session: Session,
  first: DescribeChangeSetOutput,
): Promise<ResourceChange[]> {
  const changes = [...(first.Changes ?? [])]
  let next = first.NextToken
  while (next !== undefined) {
    const page = await describe(session, first.ChangeSetId ?? '', next)
    changes.push(...(page.Changes ?? []))
    next = page.NextToken
  }
  return changes.flatMap(({ ResourceChange }) => ResourceChange ?? [])
}

/**
 * There is no code for it, only the reason's words, of which there are two.
 *
 * @see https://github.com/aws/aws-cli/blob/develop/awscli/customizations/cloudformation/deployer.py
 */
function hasNoChanges({ StatusReason = '' }: DescribeChangeSetOutput): boolean {
  return (
    StatusReason.startsWith("The submitted information didn't contain changes") ||
    StatusReason.startsWith('No updates are to be performed')
  )
}

/**
 * Starts the change set. `RetainExceptOnCreate`: when it rolls back, what it has just made goes, the
 * empty bucket included.
 */
export async function executeChangeSet(
  { aws, signal }: Session,
  { id, name }: ChangeSet,
): Promise<void> {
  await aws.cloudFormation.send(
    new ExecuteChangeSetCommand({
      ChangeSetName: id,
      ClientRequestToken: name,
      RetainExceptOnCreate: true,
    }),
    { abortSignal: signal },
  )
}
