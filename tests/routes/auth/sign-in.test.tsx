import { screen } from '@testing-library/react'
import { expect } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { addPerson, addUnconfirmed } from '../../support/user-pools/people-in-pool.ts'
import { fill, openApp, press, problemText, type User } from './open-app.tsx'

async function signIn(user: User, { email, password }: typeof ada): Promise<void> {
  await fill(user, 'E-mail address', email)
  await fill(user, 'Password', password)
  await press(user, 'Sign in')
}

test('signs in by SRP for this tab, goes on, and signs out again', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')

  await signIn(user, ada)

  await screen.findByText('There is nothing at this address')
  expect(router.state.location.pathname).toBe('/no-such-page')
  expect(Object.keys(window.localStorage)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByText('You are signed out.')
  await screen.findByRole('heading', { name: 'Sign-in that is ready to be yours' })
  expect(router.state.location.pathname).toBe('/')
  expect(Object.keys(window.sessionStorage).filter((key) => key.includes('Cognito'))).toEqual([])
})

test('stays signed in on this device when asked to', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const { user } = await openApp(standIn, '/sign-in?returnTo=//evil.example/x')
  await user.click(await screen.findByLabelText('Keep me signed in on this device'))

  await signIn(user, ada)

  await screen.findByRole('button', { name: 'Sign out' })
  expect(Object.keys(window.localStorage).join()).toContain('refreshToken')
  expect(Object.keys(window.sessionStorage).join()).not.toContain('Token')
})

test('a wrong password and an unknown account get the same words', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const { user } = await openApp(standIn, '/sign-in')

  await signIn(user, { ...ada, password: 'Wrong-Password-1' })
  const wrongPassword = await problemText()
  // Most likely a slip of one's own, which no check finds out.
  expect(screen.queryByRole('link', { name: /^Find out why/ })).toBeNull()
  expect(screen.getByLabelText('Password')).toHaveProperty('value', 'Wrong-Password-1')
  await signIn(user, { ...ada, email: 'nobody@example.com' })
  await screen.findByRole('button', { name: 'Sign in', busy: false })

  expect(wrongPassword).toContain('The e-mail address or the password is not right.')
  expect(await problemText()).toBe(wrongPassword)
})

test('whose sign-in is stopped is not told that the password is wrong', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user } = await openApp(standIn, '/sign-in')
  const ranges = '[127.0.0.0/8, "::1/128", "::ffff:127.0.0.0/104"]'
  editTemplate(
    standIn,
    [
      "    Default: 'OFF'\n    AllowedValues: ['OFF', AUDIT, ENFORCED]",
      "    Default: ENFORCED\n    AllowedValues: ['OFF', AUDIT, ENFORCED]",
    ],
    [
      '      ClientId: ALL\n',
      `      ClientId: ALL\n      RiskExceptionConfiguration: { BlockedIPRangeList: ${ranges} }\n`,
    ],
  )

  await signIn(user, ada)

  const text = await problemText()
  expect(text).toContain('Nobody can sign in from the network that you are in.')
  expect(text).not.toContain('is not right')
})

test('somebody unconfirmed is led to confirming, with a fresh code', async ({
  standIn,
  cognito,
}) => {
  await addUnconfirmed(standIn, cognito, ada)
  const { user } = await openApp(standIn, '/sign-in')

  await signIn(user, ada)

  await screen.findByRole('heading', { name: 'Check your mail' })
  await screen.findByText(/We sent a code or a link to a\*\*\*@e\*\*\*/)
  expect(standIn.outbox).toHaveLength(2)
})

test('whoever is signed in may continue, or make room for somebody else', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await signIn(user, ada)
  await screen.findByText('There is nothing at this address')

  await router.navigate('/sign-in')
  await screen.findByText('You are signed in as ada@example.com.')
  expect(screen.queryByLabelText('Password')).toBeNull()
  await expectAccessible()
  await press(user, 'Use another account')

  await screen.findByLabelText('Password')
})

test('an app client that does not exist is named, with where to look', async ({ standIn }) => {
  const config = { userPoolClientId: '0123456789abcdefghijklmnop' }
  const { user } = await openApp(standIn, '/sign-in', { config })

  await signIn(user, ada)

  const text = await problemText()
  expect(text).toContain('a user pool or an app client that does not exist')
  expect(text).toContain('App clients')
  expect(text).toContain('ResourceNotFoundException')
})

test('a Cognito that cannot be reached leaves the form as it is', async ({ standIn }) => {
  const local = { ...standIn.config.local, userPoolEndpoint: 'http://localhost:9/' }
  const { user } = await openApp(standIn, '/sign-in', { config: { local } })

  await signIn(user, ada)

  expect(await problemText()).toContain('Cognito cannot be reached.')
  expect(screen.getByLabelText('Password')).toHaveProperty('value', ada.password)
})

test('is accessible, and tells password managers what its fields are', async ({ standIn }) => {
  await openApp(standIn, '/sign-in')

  const email = await screen.findByLabelText('E-mail address')

  expect(email).toHaveProperty('autocomplete', 'username')
  expect(screen.getByLabelText('Password')).toHaveProperty('autocomplete', 'current-password')
  expect(email.closest('form')).toHaveProperty('method', 'post')
  await expectAccessible()
})
