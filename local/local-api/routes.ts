import type { EventStreams } from './event-stream.ts'
import { LocalApiError } from './local-api-error.ts'
import { maxOffsetSeconds, type MovableClock } from './movable-clock.ts'
import { readJson } from './read-json.ts'

type Handler = (request: Request, url: URL) => Response | Promise<Response>

/** By path, then by method. */
export type Routes = Readonly<Record<string, Readonly<Record<string, Handler>>>>

interface LocalApiParts {
  /** @param to only those to this address or number. */
  messages: (to?: string) => readonly object[]
  events: EventStreams
  clock: MovableClock
  reset: () => Promise<void>
}

/** All that `/_local` answers to. */
export function localApiRoutes({ messages, events, clock, reset }: LocalApiParts): Routes {
  return {
    '/_local/messages': {
      GET: (_request, url) => Response.json(messages(url.searchParams.get('to') ?? undefined)),
    },
    '/_local/events': {
      GET: (request) => events.open(request.headers.get('last-event-id')),
    },
    '/_local/clock': {
      GET: () => showClock(clock),
      POST: async (request) => {
        clock.setOffset(readOffset(await readJson(request)))
        return showClock(clock)
      },
    },
    '/_local/reset': {
      POST: async () => {
        await reset()
        return new Response(null, { status: 204 })
      },
    },
  }
}

function showClock(clock: MovableClock): Response {
  return Response.json({
    offsetSeconds: clock.offsetSeconds(),
    now: new Date(clock.now()).toISOString(),
  })
}

function readOffset({ offsetSeconds, ...others }: Readonly<Record<string, unknown>>): number {
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new LocalApiError(400, `There is no ${unknown} to set.`)
  if (Number.isSafeInteger(offsetSeconds) && Math.abs(Number(offsetSeconds)) <= maxOffsetSeconds) {
    return Number(offsetSeconds)
  }
  throw new LocalApiError(
    400,
    `offsetSeconds has to be a whole number of at most ${maxOffsetSeconds} either way.`,
  )
}
