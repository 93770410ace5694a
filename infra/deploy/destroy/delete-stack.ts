import { DeleteStackCommand } from '@aws-sdk/client-cloudformation'
import { bookmarkNow } from '../events/events.ts'
import { follow } from '../events/follow.ts'
import { explainOutcome } from '../events/outcome-problem.ts'
import { newOperationName } from '../aws/operation-name.ts'
import type { Session } from '../aws/session.ts'

/**
 * Deletes the stack and follows to the end.
 *
 * @throws DeployProblem with the first cause, when something could not be deleted.
 */
export async function deleteStack(
  session: Session,
  stackId: string,
  total?: number,
): Promise<void> {
  const bookmark = await bookmarkNow(session, stackId)
  await session.aws.cloudFormation.send(
    new DeleteStackCommand({ StackName: stackId, ClientRequestToken: newOperationName(session) }),
    { abortSignal: session.signal },
  )
  const outcome = await follow(session, stackId, {
    bookmark,
    ...(total !== undefined && { total }),
  })
  if (outcome.status !== 'DELETE_COMPLETE') throw explainOutcome(outcome)
}
