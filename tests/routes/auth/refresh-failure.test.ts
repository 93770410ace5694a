import { fetchAuthSession } from 'aws-amplify/auth'
import { afterEach, expect, vi } from 'vitest'
import { userPoolOnly } from '../../../src/auth/configure-amplify.ts'
import { readSession } from '../../../src/auth/session/session.ts'
import { test } from '../../support/signed-in.ts'

afterEach(() => vi.restoreAllMocks())

const refresh = () => fetchAuthSession(userPoolOnly(), { forceRefresh: true })
const tokens = () => JSON.stringify(window.sessionStorage)

test.for([
  ['a network that is gone', undefined],
  ['a throttle', { status: 400, name: 'TooManyRequestsException' }],
  ['a service that fails', { status: 500, name: 'InternalErrorException' }],
] as const)('%s on refresh keeps the session', async ([, answer], { signedIn: _ }) => {
  // Waits are anywhere from nothing, so that they are nothing here.
  vi.spyOn(Math, 'random').mockReturnValue(0)
  const before = tokens()
  const refusing = vi
    .spyOn(window, 'fetch')
    .mockImplementation(() =>
      answer
        ? Promise.resolve(Response.json({ __type: answer.name }, { status: answer.status }))
        : Promise.reject(new TypeError('Failed to fetch')),
    )

  await expect(refresh()).rejects.toThrow()

  expect(readSession()).toBe('signed-in')
  expect(tokens()).toBe(before)
  refusing.mockRestore()
  expect((await refresh()).tokens).toBeDefined()
  expect(tokens()).not.toBe(before)
})

test('a refresh that is refused ends the session', async ({ signedIn }) => {
  signedIn.standIn.clock.advance({ hours: 24 * 31 })

  expect((await refresh()).tokens).toBeUndefined()

  expect(readSession()).toBe('signed-out')
})
