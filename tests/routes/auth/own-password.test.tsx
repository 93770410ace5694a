import { screen } from '@testing-library/react'
import { expect } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { administer } from '../../support/app/administer.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { fill, openApp, press, problemText, type User } from './open-app.tsx'

const heading = { name: 'Choose a password of your own' }

async function signIn(user: User, email: string, password: string): Promise<void> {
  await fill(user, 'E-mail address', email)
  await fill(user, 'Password', password)
  await press(user, 'Sign in')
}

/** A pool whose people have to have a nickname. */
const nicknameRequired = [
  [
    '      Schema:\n',
    '      Schema:\n        - { Name: nickname, AttributeDataType: String, Required: true, Mutable: true }\n',
  ],
  ['      WriteAttributes:\n', '      WriteAttributes:\n        - nickname\n'],
] as const

test('a temporary password leads to one of one’s own, and where one was going', async ({
  standIn,
  cognito,
}) => {
  const temporary = await (await administer(standIn, cognito)).invite(ada.email)
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await user.click(await screen.findByLabelText('Keep me signed in on this device'))

  await signIn(user, ada.email, temporary)
  await screen.findByRole('heading', heading)
  await expectAccessible()
  expect(router.state.location.pathname).toBe('/new-password')
  expect(document.title).toContain('Choose a password of your own')
  expect(document.body.textContent).toContain(ada.email)
  await fill(user, 'New password', 'weak-password')
  await press(user, 'Save and sign in')
  expect(await problemText()).toContain('This password does not meet the rules.')
  await fill(user, 'New password', ada.password)
  await press(user, 'Save and sign in')

  await screen.findByText('There is nothing at this address')
  expect(Object.keys(window.localStorage).join()).toContain('refreshToken')
  expect(window.sessionStorage.getItem('pending-password')).toBeNull()
})

test('what the pool requires and the account lacks is asked for', async ({ standIn, cognito }) => {
  const { invite } = await administer(standIn, cognito, ...nicknameRequired)
  const temporary = await invite(ada.email)
  const { user } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')

  await signIn(user, ada.email, temporary)
  await fill(user, 'New password', ada.password)
  await press(user, 'Save and sign in')
  expect(await problemText()).toContain('Fill in: Nickname.')
  await fill(user, 'Nickname', 'Countess')
  await press(user, 'Save and sign in')

  await screen.findByText('There is nothing at this address')
})

test('a sign-in that took too long is said to be over, and leads back', async ({
  standIn,
  cognito,
  clock,
}) => {
  const temporary = await (await administer(standIn, cognito)).invite(ada.email)
  const { user, router } = await openApp(standIn, '/sign-in')
  await signIn(user, ada.email, temporary)
  await fill(user, 'New password', ada.password)

  clock.advance({ minutes: 16 })
  await press(user, 'Save and sign in')

  expect(await problemText()).toContain('This sign-in is over.')
  await user.click(screen.getByRole('link', { name: 'Sign in again' }))
  await screen.findByRole('heading', { name: 'Sign in' })
  expect(router.state.location.pathname).toBe('/sign-in')
})

test('without a temporary password there is nothing to choose, and the page says so', async ({
  standIn,
}) => {
  const { router } = await openApp(standIn, '/new-password?returnTo=/x')

  await screen.findByText('Signing in was interrupted, or took too long. Sign in again.')
  expect(router.state.location.pathname).toBe('/sign-in')
  expect(new URLSearchParams(router.state.location.search).get('returnTo')).toBe('/x')
})

test('a password that was reset leads to choosing another, with the code that was sent', async ({
  standIn,
  cognito,
}) => {
  const { resetPassword } = await administer(standIn, cognito, [
    'PreventUserExistenceErrors: ENABLED',
    'PreventUserExistenceErrors: LEGACY',
  ])
  await addPerson(standIn, cognito, ada)
  await resetPassword(ada.email)
  const sent = standIn.outbox.length
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/x', { hasInbox: true })

  await signIn(user, ada.email, ada.password)
  await screen.findByText(/^Your password has to be changed before you can sign in/)
  await expectAccessible()
  await press(user, 'I have a code already')
  await press(user, /^Use code \d{6}$/)
  await fill(user, 'New password', 'Difference-Engine-1822')
  await press(user, 'Change password')

  await screen.findByText('Your password is changed. Sign in with the new one.')
  expect(standIn.outbox).toHaveLength(sent)
  expect(new URLSearchParams(router.state.location.search).get('returnTo')).toBe('/x')
})
