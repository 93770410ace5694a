import { expect, test } from 'vitest'
import { randomUuid } from '../../../../../local/core/ports/random.ts'
import {
  mintRefreshToken,
  readRefreshToken,
} from '../../../../../local/user-pools/tokens/refresh-token.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

test('a refresh token tells its family and how often it was replaced', async () => {
  const runtime = createTestRuntime()
  const eventId = randomUuid(runtime.random)

  const { text, hash } = await mintRefreshToken(runtime, eventId, 4_000_000_000)

  expect(await readRefreshToken(runtime, text)).toEqual({ eventId, sequence: 4_000_000_000, hash })
  expect(hash).toMatch(/^[\da-f]{64}$/)
})

test('two tokens of the same family and sequence are not the same', async () => {
  const runtime = createTestRuntime()
  const eventId = randomUuid(runtime.random)

  const [first, second] = await Promise.all([
    mintRefreshToken(runtime, eventId, 1),
    mintRefreshToken(runtime, eventId, 1),
  ])

  expect(first.hash).not.toBe(second.hash)
})

test('no character of a refresh token can be changed', async () => {
  const runtime = createTestRuntime()
  const { text } = await mintRefreshToken(runtime, randomUuid(runtime.random), 0)
  const places = Array.from({ length: text.length }, (_, index) => index)

  for (const place of places) {
    const changed = text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1)
    expect(await readRefreshToken(runtime, changed)).toBeUndefined()
  }
})

test('the store keeps nothing that a refresh token could be made of', async () => {
  const runtime = createTestRuntime()
  const { text } = await mintRefreshToken(runtime, randomUuid(runtime.random), 0)

  expect(await readRefreshToken(createTestRuntime(), text)).toBeUndefined()
  expect(JSON.stringify([...runtime.store.table('user-pools/secrets').entries()])).not.toContain(
    text.split('.')[3],
  )
})
