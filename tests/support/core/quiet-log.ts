import type { Log } from '../../../local/core/ports/log.ts'

/** Keeps what a person would be told. */
export function quietLog(): Log & { readonly warnings: readonly string[] } {
  const warnings: string[] = []
  return {
    warnings,
    info: () => undefined,
    warn: (message) => warnings.push(message),
    error(message, cause) {
      throw new Error(message, { cause })
    },
  }
}
