import { afterEach, expect, test, vi } from 'vitest'
import {
  forgetSession,
  isSessionKept,
  readSession,
  readSignedInAs,
  setSessionClient,
  subscribeSession,
} from '../../../../../src/auth/session/session.ts'

const prefix = 'CognitoIdentityServiceProvider.client-1'

afterEach(() => {
  window.localStorage.clear()
  window.sessionStorage.clear()
})

function signIn(store: Storage): void {
  store.setItem(`${prefix}.LastAuthUser`, 'sub-1')
  store.setItem(`${prefix}.sub-1.refreshToken`, 'token')
  store.setItem(`${prefix}.sub-1.signInDetails`, JSON.stringify({ loginId: 'ada@example.com' }))
}

test('sees a session in either store, at once', () => {
  setSessionClient('client-1')
  expect(readSession()).toBe('signed-out')

  signIn(window.sessionStorage)
  expect([readSession(), isSessionKept(), readSignedInAs()]).toEqual([
    'signed-in',
    false,
    'ada@example.com',
  ])

  signIn(window.localStorage)
  expect(isSessionKept()).toBe(true)
})

test('who came by redirect is named by the ID token', () => {
  setSessionClient('client-1')
  window.sessionStorage.setItem(`${prefix}.LastAuthUser`, 'sub-1')
  expect(readSignedInAs()).toBeUndefined()

  keepIdToken({ aud: 'client-1', token_use: 'id' })
  expect(readSignedInAs()).toBe('ada@example.com')
})

test.each([
  ['another app client', { aud: 'client-2', token_use: 'id' }],
  ['another use', { aud: 'client-1', token_use: 'access' }],
])('an ID token for %s names nobody', (_, claims) => {
  setSessionClient('client-1')
  window.sessionStorage.setItem(`${prefix}.LastAuthUser`, 'sub-1')

  keepIdToken(claims)

  expect(readSignedInAs()).toBeUndefined()
})

function keepIdToken(claims: object): void {
  const payload = btoa(JSON.stringify({ ...claims, email: 'ada@example.com' })).replace(/=+$/, '')
  window.sessionStorage.setItem(`${prefix}.sub-1.idToken`, `header.${payload}.signature`)
}

test('the tokens of another app client are nobody’s session', () => {
  signIn(window.localStorage)

  setSessionClient('client-2')

  expect(readSession()).toBe('signed-out')
  forgetSession()
  expect(window.localStorage).toHaveLength(3)
})

test('forgets every token, wherever it is', () => {
  setSessionClient('client-1')
  signIn(window.localStorage)
  signIn(window.sessionStorage)
  window.localStorage.setItem('theirs', 'kept')

  forgetSession()

  expect(Object.keys(window.localStorage)).toEqual(['theirs'])
  expect(Object.keys(window.sessionStorage)).toEqual([])
})

test('hears of another tab, until it no longer listens', () => {
  const listener = vi.fn()
  const stop = subscribeSession(listener)

  window.dispatchEvent(new StorageEvent('storage', { key: `${prefix}.LastAuthUser` }))
  stop()
  window.dispatchEvent(new StorageEvent('storage', { key: `${prefix}.LastAuthUser` }))

  expect(listener).toHaveBeenCalledTimes(1)
})
