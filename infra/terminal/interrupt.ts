/** What a shell says of a program that Ctrl-C ended: 128 and the number of SIGINT. */
export const interruptedExitCode = 130

/**
 * The first Ctrl-C ends the run in order, a later one at once. npm passes the signal on that the
 * terminal has sent to all already, so one press comes as two.
 *
 * @returns for where Ctrl-C is a key and no signal.
 */
export function abortOnInterrupt(interruption: AbortController): () => void {
  let firstAtMs: number | undefined
  function interrupt() {
    const nowMs = Date.now()
    if (firstAtMs !== undefined && nowMs - firstAtMs > 500) process.exit(interruptedExitCode)
    firstAtMs ??= nowMs
    interruption.abort()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return interrupt
}
