import { LocalApiError } from './local-api-error.ts'
import { maxOffsetSeconds, type MovableClock } from './movable-clock.ts'
import { readJson } from './read-json.ts'
import type { Routes } from './handler.ts'

export function clockRoutes(clock: MovableClock): Routes {
  return {
    '/_local/clock': {
      GET: () => showClock(clock),
      POST: async (request) => {
        clock.setOffset(readOffset(await readJson(request)))
        return showClock(clock)
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
