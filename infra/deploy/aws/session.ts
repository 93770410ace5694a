import type { Clock } from '../../../local/core/ports/clock.ts'
import type { Aws } from './aws.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** What a run has around it. Time and chance are handed in, so that a test need not wait. */
export interface Session {
  aws: Aws
  terminal: Terminal
  clock: Clock
  /** Rejects when the run is interrupted. */
  pause: (ms: number) => Promise<void>
  /** From 0 to 1. */
  jitter: () => number
  /** Aborted by Ctrl-C. */
  signal: AbortSignal
}
