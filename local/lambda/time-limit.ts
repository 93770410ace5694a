import type { Timer } from '../core/ports/timer.ts'

/** What comes of `work`, or undefined when it takes longer than `limitMs`. */
export async function within<Result extends object>(
  timer: Timer,
  limitMs: number,
  work: Promise<Result>,
): Promise<Result | undefined> {
  let stop: (() => void) | undefined
  const limit = new Promise<undefined>((resolve) => {
    stop = timer(() => resolve(undefined), limitMs)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    stop?.()
  }
}
