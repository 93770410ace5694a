import type { clockWords as words } from '#console-words/clock'

/** As `GET /_local/clock` answers it. */
export interface Clock {
  offsetSeconds: number
  now: string
  /** Of a move to it. */
  reached?: { what: keyof typeof words.ends; at: string }
}

/** To a time, or on from where the clock is by then. */
export type Move = { offsetSeconds: number } | { to: 'next-expiry' } | { bySeconds: number }
