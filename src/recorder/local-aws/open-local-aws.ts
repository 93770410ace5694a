import type { LocalClock } from './local-clock.ts'
import type { ServerLog } from './server-log.ts'

/** What the local AWS tells pages of the app beside AWS's own protocols. */
export interface LocalAws {
  log: ServerLog
  clock: LocalClock
}

/**
 * @param consoleUrl as `/config.json` has it for pages of the app: the token is in its fragment.
 * @returns undefined in a production build, which has none of the code.
 */
export async function openLocalAws(consoleUrl: string): Promise<LocalAws | undefined> {
  if (import.meta.env.MODE === 'production') return undefined
  const [{ createServerLog }, { createLocalClock }] = await Promise.all([
    import('./server-log.ts'),
    import('./local-clock.ts'),
  ])
  const { origin, pathname, hash } = new URL(consoleUrl)
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  async function ask<Answer>(path: string, body?: object): Promise<Answer | undefined> {
    const authorization = `Bearer ${token}`
    const init = body
      ? {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }
      : { headers: { authorization } }
    try {
      const response = await fetch(`${origin}${pathname}/${path}`, init)
      return response.ok ? ((await response.json()) as Answer) : undefined
    } catch {
      return undefined
    }
  }
  return { log: createServerLog(ask), clock: createLocalClock(ask) }
}

/** @returns undefined for what cannot be had. */
export type Ask = <Answer>(path: string, body?: object) => Promise<Answer | undefined>
