import { StorageError } from 'aws-amplify/storage'
import { expect, test } from 'vitest'
import { withRetries } from '../../../../src/storage/retries.ts'
import { createCountedRetries } from '../../../support/app/counted-retries.ts'

/** Fails by these names, one after the other, and then works. */
function failing(...names: string[]) {
  let calls = 0
  return {
    calls: () => calls,
    write: () => {
      const name = names[calls]
      calls += 1
      return name === undefined
        ? Promise.resolve('etag')
        : Promise.reject(new StorageError({ name, message: 'never read' }))
    },
  }
}

test.each(['SlowDown', '503', '429', 'ERR_NETWORK'])(
  '%s passes, so it is tried again',
  async (name) => {
    const retries = createCountedRetries()
    const { write, calls } = failing(name, name)

    expect(await withRetries(write, retries)).toBe('etag')

    expect(calls()).toBe(3)
    expect(retries.pauses).toEqual([500, 1000])
  },
)

test('three tries are all', async () => {
  const { write, calls } = failing('SlowDown', 'SlowDown', 'SlowDown')

  await expect(withRetries(write, createCountedRetries())).rejects.toMatchObject({
    name: 'SlowDown',
  })

  expect(calls()).toBe(3)
})

test.each(['PreconditionFailed', 'AccessDenied', 'ExpiredToken'])(
  '%s is an answer, and asked for once',
  async (name) => {
    const retries = createCountedRetries()
    const { write, calls } = failing(name)

    await expect(withRetries(write, retries)).rejects.toMatchObject({ name })

    expect(calls()).toBe(1)
    expect(retries.pauses).toEqual([])
  },
)

test('credentials that Cognito had no time for have been waited for already', async () => {
  const { write, calls } = failing('TooManyRequestsException')

  await expect(withRetries(write, createCountedRetries())).rejects.toThrow()

  expect(calls()).toBe(1)
})
