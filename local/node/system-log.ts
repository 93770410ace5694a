import type { Log } from '../core/ports/log.ts'

/** Faults go to stderr: stdout belongs to the ready line. */
export const systemLog: Log = {
  info(message) {
    process.stderr.write(`${message}\n`)
  },
  warn(message) {
    process.stderr.write(`${message}\n`)
  },
  error(message, cause) {
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    process.stderr.write(`${message}: ${detail}\n`)
  },
}
