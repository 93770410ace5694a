import { screen } from '@testing-library/react'
import { expect } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { addPerson, addUnconfirmed } from '../../support/user-pools/people-in-pool.ts'
import { fill, openApp, press, problemText, type User } from './open-app.tsx'

async function requestCode(user: User, email: string): Promise<string> {
  await fill(user, 'E-mail address', email)
  await press(user, 'Send code')
  const intro = await screen.findByText(/^If there is an account for/)
  return intro.textContent.replace(email, '…')
}

test('changes the password with the code, and leads to signing in', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user, router } = await openApp(standIn, '/forgot-password?returnTo=/x', {
    hasInbox: true,
  })

  await requestCode(user, ada.email)
  await expectAccessible()
  await press(user, /^Use code \d{6}$/)
  await fill(user, 'New password', 'Difference-Engine-1822')
  await press(user, 'Change password')

  await screen.findByText('Your password is changed. Sign in with the new one.')
  const { pathname, search } = router.state.location
  expect(pathname).toBe('/sign-in')
  expect(new URLSearchParams(search).get('returnTo')).toBe('/x')
  expect(screen.getByLabelText('E-mail address')).toHaveProperty('value', ada.email)
})

test('says the same for known, unconfirmed and unknown accounts', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const grace = { ...ada, email: 'grace@example.com' }
  await addUnconfirmed(standIn, cognito, grace)
  const sent = standIn.outbox.length
  const { user, router } = await openApp(standIn, '/forgot-password')

  const texts = new Set<string>()
  for (const email of [ada.email, grace.email, 'nobody@example.com']) {
    texts.add(await requestCode(user, email))
    await user.click(screen.getByRole('link', { name: 'Use a different address' }))
    await screen.findByRole('heading', { name: 'Reset your password' })
  }

  expect(texts.size).toBe(1)
  expect(router.state.location.search).toBe('')
  expect(standIn.outbox.slice(0, standIn.outbox.length - sent).map(({ to }) => to)).toEqual([
    ada.email,
  ])
})

test('a wrong code and a weak password are named, and what was typed stays', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user } = await openApp(standIn, '/forgot-password')
  await requestCode(user, ada.email)
  const { code } = standIn.outbox[0]!

  await fill(user, 'Code', code === '000000' ? '111111' : '000000')
  await fill(user, 'New password', 'Difference-Engine-1822')
  await press(user, 'Change password')
  expect(await problemText()).toContain('That code does not match.')
  expect(screen.getByLabelText('New password')).toHaveProperty('value', 'Difference-Engine-1822')

  await fill(user, 'Code', code)
  await fill(user, 'New password', 'weak')
  await press(user, 'Change password')
  await screen.findAllByText('This password is too short.')

  await fill(user, 'New password', 'weak-password')
  await press(user, 'Change password')
  await screen.findAllByText('This password does not meet the rules.')
})

test('asks for the address before anything is sent', async ({ standIn }) => {
  const { user } = await openApp(standIn, '/forgot-password')

  await press(user, 'Send code')
  expect(await problemText()).toContain('Enter your e-mail address.')
  await fill(user, 'E-mail address', 'ada')
  await press(user, 'Send code')

  await screen.findAllByText('Enter an e-mail address in the form name@example.com.')
  expect(standIn.outbox).toEqual([])
})
