import type { Clock } from '../../core/ports/clock.ts'
import { UserPoolError } from '../errors.ts'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const form =
  /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2}) (?:UTC|GMT) (\d{4})$/

// The signature is checked over what the client wrote; this only keeps an old answer from being new.
const toleranceMs = 15 * 60_000

/**
 * The instant in a TIMESTAMP, `EEE MMM d HH:mm:ss z yyyy`. Like the service's own parser it takes
 * a zero-padded day or a wrong weekday; the proof, made over the canonical form, then fails.
 *
 * @throws InvalidParameterException
 */
export function parseTimestamp(text: string): number {
  const [, month = '', ...digits] = form.exec(text) ?? []
  const [day = 0, hours = 0, minutes = 0, seconds = 0, year = 0] = digits.map(Number)
  const atMs = Date.UTC(year, months.indexOf(month), day, hours, minutes, seconds)
  if (!months.includes(month) || new Date(atMs).getUTCDate() !== day) {
    throw new UserPoolError(
      'InvalidParameterException',
      'TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.',
    )
  }
  return atMs
}

/** The one spelling that the proof is checked over: the day has no leading zero. */
export function formatTimestamp(atMs: number): string {
  const at = new Date(atMs)
  const time = at.toISOString().slice(11, 19)
  const day = `${days[at.getUTCDay()] ?? ''} ${months[at.getUTCMonth()] ?? ''} ${at.getUTCDate()}`
  return `${day} ${time} UTC ${at.getUTCFullYear()}`
}

/** Clients know nothing of an hour that our clock was moved by, so theirs is the wall clock's. */
export function isFresh(clock: Clock, atMs: number): boolean {
  return Math.abs((clock.wallNow?.() ?? clock.now()) - atMs) <= toleranceMs
}
