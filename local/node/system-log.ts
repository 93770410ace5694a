import type { Log } from '../core/ports/log.ts'
import { DataFolderError } from './store/data-folder-error.ts'

/** Faults go to stderr: stdout belongs to the ready line. */
export const systemLog: Log = {
  info(message) {
    process.stderr.write(`${message}\n`)
  },
  warn(message) {
    process.stderr.write(`${message}\n`)
  },
  error(message, cause) {
    process.stderr.write(`${message}: ${describeCause(cause)}\n`)
  },
}

/** Of a fault of ours, where it arose; of what a person can mend, the sentence that says so. */
export function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return cause instanceof DataFolderError ? cause.message : (cause.stack ?? cause.message)
}
