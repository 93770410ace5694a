import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenBroughtBack } from '../../../src/auth/redirect/when-brought-back.ts'

let visibility: DocumentVisibilityState

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** @returns whether the page may be used again by now. */
function leave(): () => Promise<boolean> {
  let isBack = false
  void whenBroughtBack().then(() => (isBack = true))
  return async () => {
    await vi.advanceTimersByTimeAsync(0)
    return isBack
  }
}

test.each([
  ['the browser shows the page again', () => window.dispatchEvent(new Event('pageshow'))],
  ['the page has the focus again', () => window.dispatchEvent(new Event('focus'))],
  [
    'the page can be seen again',
    () => {
      visibility = 'visible'
      return document.dispatchEvent(new Event('visibilitychange'))
    },
  ],
])('a page that was to be left can be used once %s', async (_, bringBack) => {
  const isBack = leave()
  visibility = 'hidden'
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(19_000)
  expect(await isBack()).toBe(false)

  bringBack()

  expect(await isBack()).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

test('a page that nothing took away can be used after twenty seconds', async () => {
  const isBack = leave()

  await vi.advanceTimersByTimeAsync(19_999)
  expect(await isBack()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)

  expect(await isBack()).toBe(true)
})
