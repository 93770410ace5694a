import {
  DeleteChangeSetCommand,
  DeleteStackCommand,
  ListChangeSetsCommand,
  paginateListChangeSets,
  type ChangeSetSummary,
  type CreateChangeSetInput,
} from '@aws-sdk/client-cloudformation'
import { operationPrefix } from '../aws/operation-name.ts'
import type { Session } from '../aws/session.ts'
import { findStack } from '../stack.ts'

type DiscardedChangeSet = Pick<
  CreateChangeSetInput,
  'ChangeSetName' | 'StackName' | 'ChangeSetType'
>

/**
 * Takes a change set back, and the empty stack in review that it brought along. Not to be
 * interrupted, since it is what an interruption does.
 *
 * @param target the change set's id, or its name where its id was not learnt.
 */
export async function discardChangeSet(
  session: Session,
  { ChangeSetName, StackName, ChangeSetType }: DiscardedChangeSet,
): Promise<void> {
  const calm = { ...session, signal: new AbortController().signal }
  const { cloudFormation } = session.aws
  await cloudFormation.send(new DeleteChangeSetCommand({ ChangeSetName, StackName }))
  if (ChangeSetType !== 'CREATE') return
  const stack = await findStack(calm, StackName ?? '')
  if (stack?.StackStatus !== 'REVIEW_IN_PROGRESS') return
  const others = await cloudFormation.send(new ListChangeSetsCommand({ StackName: stack.StackId }))
  const isEmpty = (others.Summaries ?? []).every(({ Status }) => Status?.startsWith('DELETE'))
  if (isEmpty) await cloudFormation.send(new DeleteStackCommand({ StackName: stack.StackId }))
}

/** Deletes the change sets that interrupted runs left; those of others are theirs. */
export async function cleanChangeSets(session: Session, stackId: string): Promise<void> {
  const { aws, terminal, signal } = session
  for (const { ChangeSetId } of await listOurs(session, stackId)) {
    await aws.cloudFormation.send(new DeleteChangeSetCommand({ ChangeSetName: ChangeSetId }), {
      abortSignal: signal,
    })
    terminal.say('Removed a change set that an earlier run had left.')
  }
}

/** All pages before any is deleted, since that would move the rest. */
async function listOurs({ aws, signal }: Session, stackId: string): Promise<ChangeSetSummary[]> {
  const summaries: ChangeSetSummary[] = []
  const pages = paginateListChangeSets(
    { client: aws.cloudFormation },
    { StackName: stackId },
    { abortSignal: signal },
  )
  for await (const { Summaries = [] } of pages) summaries.push(...Summaries)
  return summaries.filter(({ ChangeSetName }) => ChangeSetName?.startsWith(operationPrefix))
}
