import { LocalApiError } from '../local-api-error.ts'
import type { Expiry } from './expiry.ts'
import { maxOffsetSeconds, type MovableClock } from './movable-clock.ts'
import { readJson } from '../read-json.ts'
import type { Routes } from '../handler.ts'

export function clockRoutes(clock: MovableClock, findNextExpiry: () => Expiry | undefined): Routes {
  return {
    '/_local/clock': {
      GET: () => showClock(clock),
      POST: async (request) => {
        const body = await readJson(request)
        if (body['to'] !== undefined) return moveToExpiry(clock, body, findNextExpiry())
        clock.setOffset(readOffset(body))
        return showClock(clock)
      },
    },
  }
}

function showClock(clock: MovableClock, reached?: Expiry): Response {
  return Response.json({
    offsetSeconds: clock.offsetSeconds(),
    now: new Date(clock.now()).toISOString(),
    ...(reached && {
      reached: { what: reached.what, at: new Date(reached.atMs).toISOString() },
    }),
  })
}

/** To the second that it is over in. */
function moveToExpiry(
  clock: MovableClock,
  body: Readonly<Record<string, unknown>>,
  next: Expiry | undefined,
): Response {
  if (body['to'] !== 'next-expiry' || Object.keys(body).length > 1) {
    throw new LocalApiError(400, 'Alone, to can be next-expiry.')
  }
  if (!next) throw new LocalApiError(409, 'Nothing is alive that ends by itself.')
  const seconds = clock.offsetSeconds() + Math.ceil((next.atMs - clock.now()) / 1000)
  clock.setOffset(checkedOffset(seconds))
  return showClock(clock, next)
}

function readOffset({ offsetSeconds, ...others }: Readonly<Record<string, unknown>>): number {
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new LocalApiError(400, `There is no ${unknown} to set.`)
  return checkedOffset(offsetSeconds)
}

function checkedOffset(offsetSeconds: unknown): number {
  if (Number.isSafeInteger(offsetSeconds) && Math.abs(Number(offsetSeconds)) <= maxOffsetSeconds) {
    return Number(offsetSeconds)
  }
  throw new LocalApiError(
    400,
    `offsetSeconds has to be a whole number of at most ${maxOffsetSeconds} either way.`,
  )
}
