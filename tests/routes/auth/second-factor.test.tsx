import { screen } from '@testing-library/react'
import { expect } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { codeOf, wrongCode } from '../../support/user-pools/authenticator-app.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { fill, openApp, press, problemText, type User } from './open-app.tsx'

/** A pool that asks everybody for an authenticator app. */
function requireApp(standIn: TestStandIn): void {
  editTemplate(standIn, ['      MfaConfiguration: !Ref Mfa\n', "      MfaConfiguration: 'ON'\n"])
}

async function signIn(user: User): Promise<void> {
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)
  await press(user, 'Sign in')
}

test('an app that the pool requires is set up at the sign-in, and asked for at the next', async ({
  standIn,
  cognito,
  clock,
}) => {
  await addPerson(standIn, cognito, ada)
  requireApp(standIn)
  const { user, router, unmount } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')

  await signIn(user)
  await screen.findByRole('heading', { name: 'Set up an authenticator app' })
  await expectAccessible()
  const secret = (document.querySelector('.secret-key')?.textContent ?? '').replaceAll(' ', '')
  const uri = screen.getByRole('link', { name: 'Open in an app on this device' })
  expect(router.state.location.pathname).toBe('/second-factor/set-up-app')
  expect(uri.getAttribute('href')).toContain(`secret=${secret}&`)
  expect(screen.getByRole('img', { name: 'QR code for your authenticator app' })).toBeDefined()
  await fill(user, 'Code', wrongCode(secret, clock.now()))
  await press(user, 'Confirm and sign in')
  expect(await problemText()).toContain('That code does not match.')
  // Typing takes its time here, and the app's codes change every thirty seconds.
  clock.stop()
  await fill(user, 'Code', codeOf(secret, clock.now()))
  await press(user, 'Confirm and sign in')
  await screen.findByText('There is nothing at this address')
  expect(window.sessionStorage.getItem('pending-second-factor')).toBeNull()

  await press(user, 'Sign out')
  await screen.findByText(/signed out/i)
  unmount()
  clock.advance({ seconds: 30 })
  const next = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await signIn(next.user)
  await screen.findByRole('heading', { name: 'Confirm that it is you' })
  await expectAccessible()
  expect(document.body.textContent).toContain('Enter the code that your authenticator app shows.')
  await press(next.user, 'Continue')
  expect(await problemText()).toContain('Enter the code')
  await fill(next.user, 'Code', codeOf(secret, clock.now(), -1))
  await press(next.user, 'Continue')
  await screen.findAllByText('That code has been used already.', { exact: false })
  await fill(next.user, 'Code', codeOf(secret, clock.now()))
  await press(next.user, 'Continue')
  await screen.findByText('There is nothing at this address')
})

test('a sign-in that took too long is said to be over, and leads back', async ({
  standIn,
  cognito,
  clock,
}) => {
  await addPerson(standIn, cognito, ada)
  requireApp(standIn)
  const { user, router } = await openApp(standIn, '/sign-in')
  await signIn(user)
  await screen.findByRole('heading', { name: 'Set up an authenticator app' })
  const secret = (document.querySelector('.secret-key')?.textContent ?? '').replaceAll(' ', '')

  clock.advance({ minutes: 16 })
  await fill(user, 'Code', codeOf(secret, clock.now()))
  await press(user, 'Confirm and sign in')

  expect(await problemText()).toContain('This sign-in is over')
  expect(window.sessionStorage.getItem('pending-second-factor')).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Sign in again' }))
  await screen.findByRole('heading', { name: 'Sign in' })
  expect(router.state.location.pathname).toBe('/sign-in')
})

test('who leaves the second step by its link leaves nothing of it in the tab', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  requireApp(standIn)
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/x')
  await signIn(user)
  await screen.findByRole('heading', { name: 'Set up an authenticator app' })
  expect(window.sessionStorage.getItem('pending-second-factor')).toContain('secret')

  await user.click(screen.getByRole('link', { name: 'Sign in again' }))

  await screen.findByRole('heading', { name: 'Sign in' })
  expect(window.sessionStorage.getItem('pending-second-factor')).toBeNull()
  await router.navigate('/second-factor?returnTo=/x')
  expect(router.state.location.pathname).toBe('/sign-in')
})

test('without a sign-in under way there is nothing to confirm, and the page says so', async ({
  standIn,
}) => {
  const { router } = await openApp(standIn, '/second-factor?returnTo=/x')

  await screen.findByRole('heading', { name: 'Sign in' })
  expect(router.state.location.pathname).toBe('/sign-in')
  expect(router.state.location.search).toContain('notice=sign-in-again')
})
