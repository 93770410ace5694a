import { screen } from '@testing-library/react'
import * as amplify from 'aws-amplify/auth'
import { expect, vi } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { test as base } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { startStandIn, type TestStandIn } from '../../support/stand-in.ts'
import { fill, press } from '../auth/open-app.tsx'
import { configureAuth, openAt, rowOf } from './open-account.tsx'

const test = base.extend<{ standIn: TestStandIn }>({
  standIn: async ({ clock }, use) => {
    const standIn = await startStandIn({ clock, parameters: { EmailCodes: 'true' } })
    await use(standIn)
    await standIn.close()
    expect(standIn.faults, 'faults of the local AWS').toEqual([])
  },
})

/** Somebody who has signed up without a password, and comes by a code. */
async function joinByCode(standIn: TestStandIn): Promise<void> {
  await configureAuth(standIn)
  const { email: username } = ada
  await amplify.signUp({ username, options: { userAttributes: { email: username } } })
  await amplify.confirmSignUp({ username, confirmationCode: standIn.outbox[0]?.code ?? '' })
  await amplify.signIn({
    username,
    options: { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' },
  })
  await amplify.confirmSignIn({ challengeResponse: standIn.outbox[0]?.code ?? '' })
}

test('who has no password is told so, and sets one', async ({ standIn }) => {
  await joinByCode(standIn)
  const { user } = await openAt(standIn, '/security', 'Security')
  expect(rowOf(/^Password/).textContent).toContain('None')

  await user.click(screen.getByRole('link', { name: 'Set a password' }))
  await screen.findByRole('heading', { name: 'Set a password', level: 1 })
  expect(screen.queryByLabelText('Current password')).toBeNull()
  await expectAccessible()
  await fill(user, 'New password', ada.password)
  await press(user, 'Set password')

  await screen.findByText('Your password is set.')
  await amplify.signOut()
  const { isSignedIn } = await amplify.signIn({ username: ada.email, password: ada.password })
  expect(isSignedIn).toBe(true)
})

test('who has no password is never asked for one as a proof', async ({ standIn }) => {
  await joinByCode(standIn)
  // The clock of the local AWS goes by this one.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 })

  await openAt(
    standIn,
    '/confirm?returnTo=%2Faccount%2Fsecurity',
    'Confirm that it is you',
  ).finally(() => vi.useRealTimers())

  expect(screen.getByRole('button', { name: 'Sign in again' })).toBeDefined()
  expect(screen.queryByLabelText('Password')).toBeNull()
  await expectAccessible()
})
