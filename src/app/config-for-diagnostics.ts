import { ConfigError } from '../config/config-error.ts'
import type { Configured } from '../routes/diagnostics/begin.ts'

export { Component } from '../routes/diagnostics/diagnostics.tsx'

/** Read anew with each run: it may have been mended since. The page does without one, too. */
export async function loader(): Promise<Configured> {
  try {
    const { loadConfig } = await import('../config/load-config.ts')
    return { config: await loadConfig(window.location.hostname) }
  } catch (error) {
    if (error instanceof ConfigError) return { problems: error.problems }
    throw error
  }
}
