import { expect, test } from 'vitest'
import { fullJitter } from '../../../../src/retry/back-off.ts'
import { repeatWhileBusy, valueOf } from '../../../../src/retry/repeat.ts'
import { isWaiting, subscribeWaiting } from '../../../../src/retry/waiting.ts'
import { createCountedRetries } from '../../../support/app/counted-retries.ts'

const backOff = { attempts: 4, firstWaitMs: 1000 }

/** Busy the first times it is asked. */
function busyFor(times: number) {
  let calls = 0
  return {
    calls: () => calls,
    ask: () => {
      calls += 1
      return calls > times ? Promise.resolve('done') : Promise.reject(new Error('busy'))
    },
  }
}

const isRejected = (outcome: PromiseSettledResult<unknown>) => outcome.status === 'rejected'

test('a wait is anywhere between nothing and a longest one that doubles', () => {
  const longest = [1, 2, 3].map((attempt) => fullJitter(attempt, 1000, () => 0.999_999))

  expect(longest.map(Math.round)).toEqual([1000, 2000, 4000])
  expect(fullJitter(3, 1000, () => 0)).toBe(0)
})

test('what is busy is asked again, later each time, until it answers', async () => {
  const service = busyFor(2)
  const retries = createCountedRetries()

  const outcome = await repeatWhileBusy(service.ask, isRejected, backOff, retries)

  expect(valueOf(outcome)).toBe('done')
  expect(service.calls()).toBe(3)
  expect(retries.pauses).toEqual([1000, 2000])
})

test('what stays busy is given up, with what it said last', async () => {
  const service = busyFor(9)
  const retries = createCountedRetries()

  const outcome = await repeatWhileBusy(service.ask, isRejected, backOff, retries)

  expect(() => valueOf(outcome)).toThrow('busy')
  expect(service.calls()).toBe(4)
  expect(retries.pauses).toEqual([1000, 2000, 4000])
})

test('the page can tell that it waits, for as long as it does', async () => {
  const told: boolean[] = []
  const stop = subscribeWaiting(() => told.push(isWaiting()))

  await repeatWhileBusy(busyFor(2).ask, isRejected, backOff, createCountedRetries())
  await repeatWhileBusy(busyFor(0).ask, isRejected, backOff, createCountedRetries())
  stop()

  expect(told).toEqual([true, false])
})
