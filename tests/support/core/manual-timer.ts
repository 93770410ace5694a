import type { Timer } from '../../../local/core/ports/timer.ts'

export interface ManualTimer {
  timer: Timer
  /** Waits under way, in milliseconds. */
  waiting: () => number[]
  /** Lets all of them pass. */
  pass: () => void
}

/** Time that passes when a test says so. */
export function createManualTimer(): ManualTimer {
  const waits = new Set<{ work: () => void; afterMs: number }>()
  return {
    timer(work, afterMs) {
      const wait = { work, afterMs }
      waits.add(wait)
      return () => void waits.delete(wait)
    },
    waiting: () => [...waits].map(({ afterMs }) => afterMs),
    pass() {
      for (const wait of waits) wait.work()
      waits.clear()
    },
  }
}
