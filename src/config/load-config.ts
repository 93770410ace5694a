import type { AppConfig } from './app-config.ts'
import { ConfigError } from './config-error.ts'
import { parseConfig } from './parse-config.ts'

export { passwordlessFactorsOf } from './passwordless-factors.ts'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|[\w-]+\.localhost)$/

/**
 * Fetches and checks `/config.json`. The request must stay as `index.html` preloads it.
 *
 * @throws ConfigError
 */
export async function loadConfig(host: string): Promise<AppConfig> {
  const response = await fetch('/config.json').catch(() => {
    throw new ConfigError([{ kind: 'unreachable' }])
  })
  if (!response.ok) throw new ConfigError([{ kind: 'not-found' }])
  const json: unknown = await response.json().catch(() => {
    throw new ConfigError([{ kind: 'not-json' }])
  })
  const config = parseConfig(json)
  if (config.local && !loopback.test(host))
    throw new ConfigError([{ kind: 'local-elsewhere', host }])
  return config
}
