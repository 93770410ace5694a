import { paginateDescribeStackEvents, type StackEvent } from '@aws-sdk/client-cloudformation'
import type { Session } from '../aws/session.ts'

/** The newest event before an operation: all that follow are the operation's. */
export interface Bookmark {
  eventId: string | undefined
}

/** Where the next operation will begin. */
export async function bookmarkNow(session: Session, stackId: string): Promise<Bookmark> {
  for await (const event of newestFirst(session, stackId)) return { eventId: event.EventId }
  return { eventId: undefined }
}

const beginnings = new Set<string | undefined>([
  'CREATE_IN_PROGRESS',
  'UPDATE_IN_PROGRESS',
  'DELETE_IN_PROGRESS',
  'IMPORT_IN_PROGRESS',
])

/** Where the operation began that is under way, whoever started it. */
export async function bookmarkOfLast(session: Session, stackId: string): Promise<Bookmark> {
  let hasBegun = false
  for await (const event of newestFirst(session, stackId)) {
    if (hasBegun) return { eventId: event.EventId }
    hasBegun = isOfStack(event) && beginnings.has(event.ResourceStatus)
  }
  return { eventId: undefined }
}

/** @returns a function that gives, oldest first, what has come since it was last called. */
export function createEventReader(session: Session, stackId: string, bookmark: Bookmark) {
  const known = new Set<string | undefined>()
  if (bookmark.eventId !== undefined) known.add(bookmark.eventId)
  return async function readNew(): Promise<StackEvent[]> {
    const events: StackEvent[] = []
    for await (const event of newestFirst(session, stackId)) {
      if (known.has(event.EventId)) break
      events.unshift(event)
    }
    // Only now: a page that fails half-way is read again from its beginning.
    for (const { EventId } of events) known.add(EventId)
    return events
  }
}

/** An event of the stack itself, not of one of its resources. */
export function isOfStack({ StackId, PhysicalResourceId }: StackEvent): boolean {
  return PhysicalResourceId === StackId
}

/**
 * Pages are read as far as they are wanted.
 *
 * @param stackId the id, not the name: of a stack that is deleted, only the id finds the events.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackEvents.html
 *   reverse chronological order, kept for 90 days.
 */
async function* newestFirst(
  { aws, signal }: Session,
  stackId: string,
): AsyncGenerator<StackEvent, void> {
  const pages = paginateDescribeStackEvents(
    { client: aws.cloudFormation },
    { StackName: stackId },
    { abortSignal: signal },
  )
  for await (const { StackEvents = [] } of pages) yield* StackEvents
}
