import { executeChangeSet, type ChangeSet } from './change-set.ts'
import { bookmarkNow } from '../events/events.ts'
import { follow } from '../events/follow.ts'
import { explainOutcome } from '../events/outcome-problem.ts'
import { isDeployed } from './plan.ts'
import type { Session } from '../aws/session.ts'

/**
 * @param onStart called when AWS is about to begin, after which it needs nobody any more.
 * @throws DeployProblem with the first cause, when it ends otherwise than asked.
 */
export async function executeAndFollow(
  session: Session,
  changeSet: ChangeSet,
  onStart?: () => void,
): Promise<void> {
  const { stackId, changes } = changeSet
  const bookmark = await bookmarkNow(session, stackId)
  onStart?.()
  await executeChangeSet(session, changeSet)
  const outcome = await follow(session, stackId, { bookmark, total: changes.length })
  if (!isDeployed(outcome.status)) throw explainOutcome(outcome)
}
