import { screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { noteSignOut } from '../../../src/auth/session/sign-out-note.ts'
import { ada } from '../../support/app/ada.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { origin, test, type RedirectingBrowser } from '../../support/app/redirecting-browser.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { openApp, press } from './open-app.tsx'

/** Ada, signed in by redirect. */
async function openAsAda(standIn: TestStandIn, browser: RedirectingBrowser) {
  const before = await openApp(standIn, browser.arrive('/sign-in?returnTo=%2Fno-such-page'))
  await press(before.user, 'Use the separate sign-in page')
  await waitFor(() => expect(window.sessionStorage.getItem('redirect-attempt')).not.toBeNull())
  before.unmount()
  const { visitor } = browser
  const login = await browser.follow()
  const answer = await visitor.leave(
    visitor.submit(login, 'Sign in', { Email: ada.email, Password: ada.password }),
  )
  const app = await openApp(standIn, browser.arrive(answer))
  await screen.findByText('There is nothing at this address')
  return app
}

test('who came by redirect is signed out at the domain, and told so once at home', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user, unmount } = await openAsAda(standIn, browser)
  await press(user, 'Sign out')
  await waitFor(() => expect(browser.left).toHaveLength(2))

  expect(browser.left[1]?.pathname).toBe('/logout')
  expect(browser.left[1]?.searchParams.get('logout_uri')).toBe(`${origin}/`)
  expect(Object.keys(window.sessionStorage).join()).not.toContain('Token')
  unmount()
  const returned = await browser.visitor.leave(browser.follow())
  const { router } = await openApp(standIn, browser.arrive(returned))
  expect(await screen.findAllByText('You are signed out.')).not.toEqual([])
  await router.navigate('/sign-in')
  await screen.findByRole('heading', { name: 'Sign in' })
  await router.navigate('/')
  await screen.findByRole('heading', { name: 'Two ways in' })
  expect(document.querySelector('main .notice')).toBeNull()
})

test('who went elsewhere before that was said, and signed in again, is told nothing late', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  const { router } = await openAsAda(standIn, browser)
  noteSignOut({ domain: 'none' })

  await router.navigate('/')
  await screen.findByRole('heading', { name: 'Two ways in' })

  expect(document.querySelector('main .notice')).toBeNull()
  expect(window.sessionStorage.getItem('signed-out')).toBeNull()
})

test('whoever wants another account goes on from home to the sign-in page', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user, router } = await openAsAda(standIn, browser)
  await router.navigate('/sign-in?returnTo=%2Fprofile')
  await press(user, 'Use another account')
  await waitFor(() => expect(browser.left).toHaveLength(2))

  expect(JSON.parse(window.sessionStorage.getItem('signed-out') ?? '')).toEqual({
    domain: 'left',
    next: '/sign-in?returnTo=%2Fprofile&notice=signed-out',
  })
})

test('where the domain cannot be reached the app stays, and says what is left', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user } = await openAsAda(standIn, browser)
  const { fetch } = globalThis
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
  await press(user, 'Sign out')

  await screen.findByText(/The sign-in page could not be reached/)
  globalThis.fetch = fetch
  expect(browser.left).toHaveLength(1)
  expect(Object.keys(window.sessionStorage).join()).not.toContain('Token')
})
