/** A message as the stream needs it; the rest is for its readers. */
interface Identified {
  readonly id: string
}

interface EventSource {
  /** Newest first. */
  list(): readonly Identified[]
  /** Calls `changed` after messages came or were forgotten. @returns how to stop that. */
  watch(changed: () => void): () => void
}

export interface EventStreams {
  /** @param lastEventId `Last-Event-ID`: what came after it is sent at once. */
  open(lastEventId: string | null): Response
  /** Ends all that are open. */
  close(): void
}

const encoder = new TextEncoder()

/**
 * Server-sent events: one of this type for each message from now on, `reset` when those before are gone.
 * An event's id is its message's, so that who reconnects with `Last-Event-ID` misses none; where
 * that one is gone, a `reset` comes first and then all that there are.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function createEventStreams(source: EventSource, type: string): EventStreams {
  const ends = new Set<() => void>()

  function open(lastEventId: string | null): Response {
    let last = lastEventId ?? source.list()[0]?.id
    let isOver = false
    let wake: () => void = () => undefined
    const stopWatching = source.watch(() => wake())
    const end = () => {
      isOver = true
      stopWatching()
      ends.delete(end)
      wake()
    }
    ends.add(end)

    const news = (): string => {
      const { isReset, messages } = since(source.list(), last)
      last = messages.at(-1)?.id ?? (isReset ? undefined : last)
      const events = messages.map((message) => eventOf(type, message.id, message))
      return (isReset ? [eventOf('reset', '', {}), ...events] : events).join('')
    }

    // No data in it, so it is no event: it says that the stream is open, and where.
    let pending = `id: ${last ?? ''}\n\n`
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          pending += news()
          while (pending === '' && !isOver) {
            await new Promise<void>((resolve) => (wake = resolve))
            pending = news()
          }
          if (pending !== '') controller.enqueue(encoder.encode(pending))
          pending = ''
          if (isOver) controller.close()
        },
        cancel: end,
      },
      { highWaterMark: 0 },
    )
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }

  return {
    open,
    close() {
      for (const end of [...ends]) end()
    },
  }
}

/** What came after the message `last`, oldest first; all there is when that one is gone. */
function since(
  newestFirst: readonly Identified[],
  last: string | undefined,
): { isReset: boolean; messages: readonly Identified[] } {
  if (last === undefined || last === '') {
    return { isReset: false, messages: newestFirst.toReversed() }
  }
  const index = newestFirst.findIndex(({ id }) => id === last)
  const isReset = index === -1
  return { isReset, messages: (isReset ? newestFirst : newestFirst.slice(0, index)).toReversed() }
}

/** JSON has no line breaks in it. */
function eventOf(type: string, id: string, data: object): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`
}
