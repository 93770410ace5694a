import { act, render, screen } from '@testing-library/react'
import { fetchAuthSession } from 'aws-amplify/auth'
import { RouterProvider } from 'react-router-dom'
import { expect } from 'vitest'
import { createAppRouter } from '../../../src/app/create-app-router.ts'
import { forgetSession } from '../../../src/auth/session/session.ts'
import { shareSession } from '../../../src/auth/session/shared-session.ts'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { fill, openApp, press, type User } from './open-app.tsx'

async function signIn(user: User): Promise<void> {
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)
  await press(user, 'Sign in')
  await screen.findByRole('heading', { name: 'Your profile' })
}

/** The profile, with the router that a browser has. */
async function openProfile(standIn: TestStandIn) {
  const { user, router, unmount } = await openApp(standIn, '/sign-in')
  await signIn(user)
  unmount()
  router.dispose()
  window.history.replaceState(null, '', '/profile')
  const browserRouter = await createAppRouter()
  render(<RouterProvider router={browserRouter} />)
  await screen.findByRole('heading', { name: 'Your profile' })
  return browserRouter
}

test('a signed-out visitor of the profile returns there after signing in', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user, router } = await openApp(standIn, '/profile?tab=picture')

  await screen.findByRole('heading', { name: 'Sign in' })
  expect(router.state.location.search).toBe('?returnTo=%2Fprofile%3Ftab%3Dpicture')
  await signIn(user)

  expect(router.state.location).toMatchObject({ pathname: '/profile', search: '?tab=picture' })
})

test('a session that ends in another tab takes the profile off the screen', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const router = await openProfile(standIn)

  act(() => forgetSession())

  await screen.findByRole('heading', { name: 'Sign in' })
  expect(screen.getByText(/^Your session has ended/)).toBeDefined()
  expect(window.location.pathname).toBe('/sign-in')
  expect(new URLSearchParams(window.location.search).get('returnTo')).toBe('/profile')
  expect(screen.queryByText('Your profile')).toBeNull()
  router.dispose()
})

test('a session that AWS ends does so too', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const router = await openProfile(standIn)
  await standIn.reset()

  await act(() => fetchAuthSession({ forceRefresh: true }).catch(() => undefined))

  await screen.findByText(/^Your session has ended/)
  expect(window.location.pathname).toBe('/sign-in')
  router.dispose()
})

test('a refresh that cannot reach AWS ends no session', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const router = await openProfile(standIn)
  await standIn.close()

  const refreshing = act(() => fetchAuthSession({ forceRefresh: true }))

  await expect(refreshing).rejects.toThrow()
  expect(window.location.pathname).toBe('/profile')
  expect(Object.keys(window.sessionStorage).join()).toContain('refreshToken')
  router.dispose()
})

test('another tab that answers after the guard has given up still signs this one in, and leads on', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const first = await openApp(standIn, '/sign-in')
  await signIn(first.user)
  const entries = Object.fromEntries(
    Object.entries(window.sessionStorage).filter(([key]) => key.startsWith('Cognito')),
  )
  first.unmount()
  first.router.dispose()
  forgetSession()
  const clientId = standIn.config.userPoolClientId
  const sharing = shareSession(clientId)
  const otherTab = new BroadcastChannel(`session:${clientId}`)

  const { user, router } = await openApp(standIn, '/profile?tab=picture')
  await screen.findByRole('heading', { name: 'Sign in' })
  await sharing.asked
  otherTab.postMessage({ kind: 'has', entries })

  await user.click(await screen.findByRole('link', { name: /^Continue/ }))
  await screen.findByRole('heading', { name: 'Your profile' })
  expect(router.state.location).toMatchObject({ pathname: '/profile', search: '?tab=picture' })
  sharing.close()
  otherTab.close()
})
