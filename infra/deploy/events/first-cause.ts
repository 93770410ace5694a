import type { StackEvent } from '@aws-sdk/client-cloudformation'
import { isOfStack } from './events.ts'

/**
 * The failure that all others follow from. CloudFormation works on many resources at once, and when
 * one fails it cancels the others, whose events say they failed too.
 *
 * @param events of one operation, oldest first.
 */
export function findFirstCause(events: readonly StackEvent[]): StackEvent | undefined {
  const failed = events.filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED'))
  return failed.find((event) => !isOfStack(event) && !isCancelled(event)) ?? failed[0]
}

/** Why the way back ended half-way, where it did. */
export function findRollbackCause(events: readonly StackEvent[]): StackEvent | undefined {
  const start = events.findIndex(
    (event) =>
      isOfStack(event) && /^(UPDATE_)?ROLLBACK_IN_PROGRESS$/.test(event.ResourceStatus ?? ''),
  )
  return start < 0 ? undefined : findFirstCause(events.slice(start))
}

/** Nothing but the words tells it from a failure: "Resource creation cancelled". */
function isCancelled({ ResourceStatusReason = '' }: StackEvent): boolean {
  return /^Resource (creation|update|deletion) cancelled/i.test(ResourceStatusReason)
}
