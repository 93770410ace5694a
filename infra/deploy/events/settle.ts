import { ContinueUpdateRollbackCommand } from '@aws-sdk/client-cloudformation'
import { newOperationName } from '../aws/operation-name.ts'
import { clearFailedCreation } from '../change-set/clear-failed-creation.ts'
import { bookmarkNow, bookmarkOfLast } from './events.ts'
import { follow } from './follow.ts'
import { explainOutcome } from './outcome-problem.ts'
import { planFor } from '../change-set/plan.ts'
import { DeployProblem } from '../problem.ts'
import type { Session } from '../aws/session.ts'
import { findStack, type Stack } from '../stack.ts'

export interface Settled {
  type: 'CREATE' | 'UPDATE'
  stack: Stack | undefined
}

/**
 * Brings the stack to where a change set can be made for it, whatever an earlier run left: that is why
 * running the command again finishes the job.
 *
 * @returns the kind of change set to make, and the stack there is, which may be an empty one in review.
 */
export async function settle(
  session: Session,
  stackName: string,
  isConfirmed: boolean,
): Promise<Settled> {
  while (true) {
    const stack = await findStack(session, stackName)
    switch (planFor(stack?.StackStatus)) {
      case 'create':
        return { type: 'CREATE', stack }
      case 'update':
        return { type: 'UPDATE', stack }
      case 'follow':
        await followOther(session, stack!)
        break
      case 'clear':
        await clearFailedCreation(session, stack!, isConfirmed)
        break
      case 'finish-rollback':
        await finishRollback(session, stack!)
        break
      case 'destroy':
        throw new DeployProblem(
          `The stack is in ${stack!.StackStatus}: it was being deleted, and not all of it could be.`,
          'Finish that with "npm run deploy -- destroy", then deploy again.',
        )
    }
  }
}

/** How it ends is not this run's affair: what to do next is decided afresh. */
export async function followOther(session: Session, stack: Stack): Promise<void> {
  session.terminal.say(
    `The stack is in ${stack.StackStatus}: an earlier run, or somebody else, has started that. Following it to its end first.`,
  )
  const bookmark = await bookmarkOfLast(session, stack.StackId)
  const outcome = await follow(session, stack.StackId, { bookmark })
  if (outcome.status.endsWith('_FAILED') || outcome.status.includes('ROLLBACK')) {
    session.terminal.say(`It ended in ${outcome.status}: ${explainOutcome(outcome).message}`)
  }
}

async function finishRollback(session: Session, stack: Stack): Promise<void> {
  session.terminal.say(
    `The stack is in ${stack.StackStatus}: an update failed, and could not be undone. Going on with undoing it.`,
  )
  const bookmark = await bookmarkNow(session, stack.StackId)
  await session.aws.cloudFormation.send(
    new ContinueUpdateRollbackCommand({
      StackName: stack.StackId,
      ClientRequestToken: newOperationName(session),
    }),
    { abortSignal: session.signal },
  )
  const outcome = await follow(session, stack.StackId, { bookmark })
  if (outcome.status === 'UPDATE_ROLLBACK_COMPLETE') return
  const { message, remedy } = explainOutcome(outcome)
  throw new DeployProblem(
    `The update still cannot be undone. ${message}`,
    `${remedy}\nWhere that cannot be mended, skip the resource: AWS console > CloudFormation > the stack > ` +
      'Stack actions > Continue update rollback > Advanced troubleshooting.',
  )
}
