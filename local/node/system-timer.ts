import type { Timer } from '../core/ports/timer.ts'

/** Waiting keeps nobody alive. */
export const systemTimer: Timer = (work, afterMs) => {
  const timeout = setTimeout(work, afterMs).unref()
  return () => clearTimeout(timeout)
}
