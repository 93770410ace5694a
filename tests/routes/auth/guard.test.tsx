import { act, screen } from '@testing-library/react'
import { render } from '@testing-library/react'
import { RouterProvider } from 'react-router-dom'
import { expect } from 'vitest'
import { createAppRouter } from '../../../src/app/create-app-router.ts'
import { forgetSession } from '../../../src/auth/session.ts'
import { ada } from '../../support/ada.ts'
import { test } from '../../support/app-stand-in.ts'
import { addPerson } from '../../support/people-in-pool.ts'
import { fill, openApp, press } from './open-app.tsx'

test('a signed-out visitor of the profile returns there after signing in', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user, router } = await openApp(standIn, '/profile?tab=picture')

  await screen.findByRole('heading', { name: 'Sign in' })
  expect(router.state.location.search).toBe('?returnTo=%2Fprofile%3Ftab%3Dpicture')
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)
  await press(user, 'Sign in')

  await screen.findByRole('heading', { name: 'Your profile' })
  expect(router.state.location).toMatchObject({ pathname: '/profile', search: '?tab=picture' })
})

test('a session that ends elsewhere takes the profile off the screen', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user, router, unmount } = await openApp(standIn, '/sign-in')
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)
  await press(user, 'Sign in')
  await screen.findByRole('heading', { name: 'Your profile' })
  unmount()
  router.dispose()
  window.history.replaceState(null, '', '/profile')
  const browserRouter = await createAppRouter()
  render(<RouterProvider router={browserRouter} />)
  await screen.findByRole('heading', { name: 'Your profile' })

  act(() => forgetSession())

  await screen.findByText(/^Your session has ended/)
  expect(window.location.pathname).toBe('/sign-in')
  expect(new URLSearchParams(window.location.search).get('returnTo')).toBe('/profile')
  expect(screen.queryByText('Your profile')).toBeNull()
  browserRouter.dispose()
})
