import { screen } from '@testing-library/react'
import * as amplify from 'aws-amplify/auth'
import { expect } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { press } from '../auth/open-app.tsx'
import { openAccount, openAt, rowOf } from './open-account.tsx'

const page = ['/security', 'Security'] as const

const sms = [
  "https://aws.amazon.com/sns/pricing.\n    Default: ''",
  'https://aws.amazon.com/sns/pricing.\n    Default: arn:aws:iam::123456789012:role/sms',
] as const

const mail = [
  "https://aws.amazon.com/ses/pricing.\n    Default: ''",
  'https://aws.amazon.com/ses/pricing.\n    Default: arn:aws:ses:eu-west-1:123456789012:identity/a@example.com',
] as const

/** A pool that can send codes both ways. */
function sendBoth(standIn: TestStandIn): void {
  editTemplate(standIn, sms, mail)
}

test('codes by e-mail are turned on, asked for at the sign-in, and turned off', async ({
  standIn,
  cognito,
}) => {
  sendBoth(standIn)
  const { user, unmount } = await openAccount(standIn, cognito, ...page)
  expect(rowOf(/^Code by e-mail/).textContent).toContain('Off')
  await expectAccessible()

  await press(user, 'Turn on: Code by e-mail')
  await screen.findByText('This second step is on.')
  await amplify.signOut()
  const { nextStep } = await amplify.signIn({ username: ada.email, password: ada.password })
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_EMAIL_CODE')
  await amplify.confirmSignIn({ challengeResponse: standIn.outbox[0]?.code ?? '' })
  unmount()

  const again = await openAt(standIn, ...page)
  await press(again.user, 'Turn off: Code by e-mail')
  await screen.findByText('This second step is off.')
  expect(await amplify.fetchMFAPreference()).toEqual({})
})

test('codes by text message need a number first, and the page leads to it', async ({
  standIn,
  cognito,
}) => {
  sendBoth(standIn)
  const { user, unmount, router } = await openAccount(standIn, cognito, ...page)
  expect(screen.queryByRole('button', { name: 'Turn on: Text message' })).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Add a phone number' }))
  await screen.findByRole('heading', { name: 'Phone number', level: 1 })
  expect(router.state.location.pathname).toBe('/account/personal/phone')
  unmount()
  await amplify.updateUserAttributes({ userAttributes: { phone_number: '+442079460000' } })
  const confirmationCode = standIn.outbox[0]?.code ?? ''
  await amplify.confirmUserAttribute({ userAttributeKey: 'phone_number', confirmationCode })

  const again = await openAt(standIn, ...page)
  await press(again.user, 'Turn on: Text message')

  await screen.findByText('This second step is on.')
  expect(await amplify.fetchMFAPreference()).toEqual({ enabled: ['SMS'], preferred: 'SMS' })
})

test('of several second steps one is asked first, and people say which', async ({
  standIn,
  cognito,
  clock,
}) => {
  sendBoth(standIn)
  const { user, unmount } = await openAccount(standIn, cognito, ...page)
  clock.stop()
  const { sharedSecret } = await amplify.setUpTOTP()
  await amplify.verifyTOTPSetup({ code: codeOf(sharedSecret, clock.now()) })
  await amplify.updateMFAPreference({ totp: 'PREFERRED' })
  await press(user, 'Turn on: Code by e-mail')
  await screen.findByText('This second step is on.')
  expect(await amplify.fetchMFAPreference()).toMatchObject({ preferred: 'TOTP' })
  unmount()

  const again = await openAt(standIn, ...page)
  expect(rowOf(/^Authenticator app/).textContent).toContain('Asked first')
  await press(again.user, 'Ask for this first: Code by e-mail')

  await screen.findByText('You are asked for this first from now on.')
  expect(await amplify.fetchMFAPreference()).toMatchObject({ preferred: 'EMAIL' })
})

test('what the pool does not send is said, and not offered', async ({ standIn, cognito }) => {
  await openAccount(standIn, cognito, ...page)

  expect(rowOf(/^Text message/).textContent).toContain('This app sends no codes by text message.')
  expect(screen.queryByRole('button', { name: /^Turn on/ })).toBeNull()
  expect(rowOf(/^Passkeys/).textContent).toContain('does not let people sign in with one')
  expect(screen.queryByRole('link', { name: 'Add a passkey' })).toBeNull()
  await expectAccessible()
})

test('a pool without second steps says so', async ({ standIn, cognito }) => {
  editTemplate(standIn, ['    Default: OPTIONAL\n', "    Default: 'OFF'\n"])
  const { unmount } = await openAccount(standIn, cognito, ...page)
  expect(document.body.textContent).toContain('asks for none, so there is nothing to set up.')
  expect(screen.queryByRole('button', { name: 'Set up' })).toBeNull()
  unmount()

  await openAt(standIn, '/security/authenticator-app', 'Authenticator app')

  expect(document.body.textContent).toContain('does not take codes of an authenticator app')
  expect(screen.queryByRole('button', { name: 'Set up' })).toBeNull()
})

test('where everybody must have a second step none can be turned off', async ({
  standIn,
  cognito,
}) => {
  sendBoth(standIn)
  const { unmount } = await openAccount(standIn, cognito, ...page)
  await amplify.updateMFAPreference({ email: 'PREFERRED' })
  unmount()
  editTemplate(standIn, mail, ['    Default: OPTIONAL\n', "    Default: 'ON'\n"])

  await openAt(standIn, ...page)

  expect(rowOf(/^Code by e-mail/).textContent).toContain('On')
  expect(screen.queryByRole('button', { name: /^Turn off/ })).toBeNull()
  expect(document.body.textContent).toContain('so none can be turned off')
})
