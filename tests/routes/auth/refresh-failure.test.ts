import { fetchAuthSession } from 'aws-amplify/auth'
import { afterEach, expect, vi } from 'vitest'
import { userPoolOnly } from '../../../src/auth/configure-amplify.ts'
import { forgetSession, readSession } from '../../../src/auth/session/session.ts'
import { test } from '../../support/app/signed-in.ts'
import type { TestStandIn } from '../../support/stand-in.ts'

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

/** Holds Cognito's answer to a refresh back until `letGo`. */
function holdAnswer(standIn: TestStandIn) {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const asked = new Promise<void>((resolve) => {
    standIn.intercept(async (request, next) => {
      const answer = await next(request)
      if (!request.headers.get('x-amz-target')?.endsWith('.GetTokensFromRefreshToken'))
        return answer
      resolve()
      await held
      return answer
    })
  })
  return { asked, letGo: () => letGo() }
}

test('a refresh that is answered after somebody has signed out signs nobody in', async ({
  signedIn: { standIn },
}) => {
  const { asked, letGo } = holdAnswer(standIn)
  const refreshing = refresh()
  await asked

  forgetSession()
  letGo()

  await expect(refreshing).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' })
  expect(readSession()).toBe('signed-out')
  expect(tokens()).not.toContain('Token')
})

test('a refresh that another tab was quicker with goes on with what that tab has kept', async ({
  signedIn: { standIn },
}) => {
  const { asked, letGo } = holdAnswer(standIn)
  const refreshing = refresh()
  await asked
  const key = Object.keys(window.sessionStorage).find((name) => name.endsWith('.refreshToken'))!

  window.sessionStorage.setItem(key, 'of-another-tab')
  letGo()
  await refreshing

  expect(window.sessionStorage.getItem(key)).toBe('of-another-tab')
  expect(readSession()).toBe('signed-in')
})
