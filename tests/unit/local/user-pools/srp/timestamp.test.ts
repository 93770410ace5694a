import { expect, test } from 'vitest'
import {
  formatTimestamp,
  isFresh,
  parseTimestamp,
} from '../../../../../local/user-pools/srp/timestamp.ts'

const instant = Date.UTC(2026, 7, 4, 9, 5, 7)

test.for([
  'Tue Aug 4 09:05:07 UTC 2026',
  'Tue Aug 04 09:05:07 UTC 2026',
  'Mon Aug 4 9:5:7 GMT 2026',
])('"%s" is read, and written in the one form that is proved', (text) => {
  expect(parseTimestamp(text)).toBe(instant)
  expect(formatTimestamp(instant)).toBe('Tue Aug 4 09:05:07 UTC 2026')
})

test.for([
  '',
  '2026-08-04T09:05:07Z',
  'Tue Aug 4 09:05:07 2026',
  'Tue Aug 4 09:05:07 +02:00 2026',
  'Tue Agosto 4 09:05:07 UTC 2026',
  'Tue Xyz 4 09:05:07 UTC 2026',
  'Sat Feb 30 09:05:07 UTC 2026',
  'Tue Aug 0 09:05:07 UTC 2026',
  'Tue Aug 4 09:05:07 UTC 2026 ',
])('"%s" is refused', (text) => {
  expect(() => parseTimestamp(text)).toThrow(
    'TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.',
  )
})

test('fresh is what is within fifteen minutes of the wall clock', () => {
  const clock = { now: () => instant + 1e9, wallNow: () => instant }

  expect(isFresh(clock, instant - 900_000)).toBe(true)
  expect(isFresh(clock, instant + 900_000)).toBe(true)
  expect(isFresh(clock, instant - 901_000)).toBe(false)
  expect(isFresh(clock, instant + 901_000)).toBe(false)
  expect(isFresh({ now: () => instant }, instant)).toBe(true)
})
