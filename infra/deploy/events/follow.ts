import type { StackEvent, StackStatus } from '@aws-sdk/client-cloudformation'
import { isPassing } from '../aws/api-problems.ts'
import { createBackOff } from '../aws/back-off.ts'
import { createEventReader, isOfStack, type Bookmark } from './events.ts'
import { isAtRest } from '../change-set/plan.ts'
import { createProgress } from './progress.ts'
import type { Session } from '../aws/session.ts'
import { findStack } from '../stack.ts'

export interface Outcome {
  status: StackStatus
  /** Of the operation, oldest first. */
  events: readonly StackEvent[]
}

/** So many failures in a row are not a hiccup of the network. */
const mostFailures = 12

/**
 * Watches an operation to its end. AWS does not need to be watched: a lost connection is waited out.
 *
 * @param stackId the id, since a name is lost with its stack.
 */
export async function follow(
  session: Session,
  stackId: string,
  { bookmark, total }: { bookmark: Bookmark; total?: number },
): Promise<Outcome> {
  const progress = createProgress(session, total)
  const readNew = createEventReader(session, stackId, bookmark)
  const backOff = createBackOff(session.jitter, { firstMs: 2_000, mostMs: 10_000 })
  const events: StackEvent[] = []
  let failures = 0
  try {
    while (true) {
      try {
        // The state first: what happened before it came to rest is then among the events.
        const status = (await findStack(session, stackId))?.StackStatus ?? 'DELETE_COMPLETE'
        const news = await readNew()
        events.push(...news)
        progress.tell(news)
        // The state before the operation is one of rest too; the operation's events tell them apart.
        const lastSaid = events.findLast(isOfStack)?.ResourceStatus
        if (status === 'DELETE_COMPLETE' || (isAtRest(status) && status === lastSaid)) {
          return { status, events }
        }
        if (news.length > 0) backOff.reset()
        failures = 0
      } catch (error) {
        failures += 1
        if (!isPassing(error) || failures === mostFailures) throw error
      }
      progress.tick()
      await session.pause(backOff.nextMs())
    }
  } finally {
    progress.end()
  }
}
