import type { LocalClock } from './local-clock.ts'
import type { ServerLog } from './server-log.ts'

/** What the local AWS tells pages of the app beside AWS's own protocols. */
export interface LocalAws {
  log: ServerLog
  clock: LocalClock
}

/**
 * @param consoleUrl as `createAsk` has it.
 * @returns undefined in a production build, which has none of the code.
 */
export async function openLocalAws(consoleUrl: string): Promise<LocalAws | undefined> {
  if (import.meta.env.MODE === 'production') return undefined
  const [{ createAsk }, { createServerLog }, { createLocalClock }] = await Promise.all([
    import('./ask.ts'),
    import('./server-log.ts'),
    import('./local-clock.ts'),
  ])
  const ask = createAsk(consoleUrl)
  return { log: createServerLog(ask), clock: createLocalClock(ask) }
}
