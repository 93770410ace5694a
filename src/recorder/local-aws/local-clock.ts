import type { Ask } from './ask.ts'

/** The clock of the local AWS, which ends tokens, codes and credentials by it. */
export interface LocalClock {
  /** How far it is ahead of this machine's, or (negative) behind. */
  offsetMs: () => Promise<number>
  /** Moves it to when something is over. @returns whether it has moved. */
  moveTo: (atMs: number) => Promise<boolean>
  /** Has it go by this machine's again. */
  putRight: () => Promise<boolean>
}

interface Told {
  offsetSeconds: number
  /** ISO 8601. */
  now: string
}

/** @see docs/local-api.md */
export function createLocalClock(ask: Ask): LocalClock {
  const set = async (offsetSeconds: number) =>
    (await ask<Told>('clock', { offsetSeconds })) !== undefined
  return {
    async offsetMs() {
      const { offsetSeconds = 0 } = (await ask<Told>('clock')) ?? {}
      return offsetSeconds * 1000
    },
    async moveTo(atMs) {
      const told = await ask<Told>('clock')
      if (!told) return false
      const ahead = Math.max(0, Math.ceil((atMs - Date.parse(told.now)) / 1000))
      return set(told.offsetSeconds + ahead)
    },
    putRight: () => set(0),
  }
}
