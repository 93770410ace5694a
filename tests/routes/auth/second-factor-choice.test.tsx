import { screen, waitFor } from '@testing-library/react'
import * as amplify from 'aws-amplify/auth'
import { expect } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { beSignedIn } from '../account/open-account.tsx'
import { fill, openApp, press, type User } from './open-app.tsx'

type Edit = readonly [from: string, to: string]

/** Everybody is asked, and codes by text message are one way. */
const appOrText: readonly Edit[] = [
  ['    Default: OPTIONAL\n', "    Default: 'ON'\n"],
  [
    "https://aws.amazon.com/sns/pricing.\n    Default: ''",
    'https://aws.amazon.com/sns/pricing.\n    Default: arn:aws:iam::123456789012:role/sms',
  ],
]

const remembers = (mode: 'ASK' | 'ALWAYS'): Edit => [
  "    Default: 'OFF'\n    AllowedValues: ['OFF', ASK, ALWAYS]",
  `    Default: ${mode}\n    AllowedValues: ['OFF', ASK, ALWAYS]`,
]

/** @returns the secret of Ada's app. */
async function setUpApp(now: number): Promise<string> {
  const { sharedSecret } = await amplify.setUpTOTP()
  await amplify.verifyTOTPSetup({ code: codeOf(sharedSecret, now) })
  return sharedSecret
}

async function signIn(user: User): Promise<void> {
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)
  await press(user, 'Sign in')
}

test('whoever has chosen one way to confirm can take another, by way of the sign-in page', async ({
  standIn,
  cognito,
  clock,
}) => {
  clock.stop()
  await addPerson(standIn, cognito, ada)
  await beSignedIn(standIn)
  await setUpApp(clock.now())
  await amplify.updateUserAttributes({ userAttributes: { phone_number: '+4930123456' } })
  await amplify.signOut()
  editTemplate(standIn, ...appOrText)
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await signIn(user)
  await screen.findByRole('heading', { name: 'Choose how to confirm' })
  expect(screen.queryByRole('link', { name: 'Use another way' })).toBeNull()
  await press(user, 'Authenticator app')
  await screen.findByText('Enter the code that your authenticator app shows.')
  expect(router.state.location.pathname).toBe('/second-factor/app')
  // As Back and reload do: the page of a step that is over leads to the one that is asked for.
  await router.navigate('/second-factor/choose?returnTo=/no-such-page')
  await waitFor(() => expect(router.state.location.pathname).toBe('/second-factor/app'))
  await expectAccessible()

  await user.click(await screen.findByRole('link', { name: 'Use another way' }))

  await screen.findByRole('heading', { name: 'Sign in' })
  expect(screen.getByLabelText<HTMLInputElement>('E-mail address').value).toBe(ada.email)
  await signIn(user)
  await press(user, 'Text message')
  await screen.findByText(/^Enter the code that we sent to/)
  expect(router.state.location.pathname).toBe('/second-factor/text-message')
  await fill(user, 'Code', standIn.outbox[0]?.code ?? '')
  await press(user, 'Continue')
  await screen.findByText('There is nothing at this address')
})

test('a device is remembered with the code, where the pool leaves it to people', async ({
  standIn,
  cognito,
  clock,
}) => {
  editTemplate(standIn, remembers('ASK'))
  clock.stop()
  await addPerson(standIn, cognito, ada)
  await beSignedIn(standIn)
  const secret = await setUpApp(clock.now())
  await amplify.updateMFAPreference({ totp: 'PREFERRED' })
  await amplify.signOut()
  clock.advance({ seconds: 30 })
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await signIn(user)
  const box = await screen.findByRole<HTMLInputElement>('checkbox', {
    name: 'Remember this device',
  })
  expect(box.checked).toBe(false)
  await expectAccessible()

  await fill(user, 'Code', codeOf(secret, clock.now()))
  await user.click(box)
  await press(user, 'Continue')

  await screen.findByText('There is nothing at this address')
  await amplify.signOut()
  await router.navigate('/sign-in?returnTo=/no-such-page')
  await signIn(user)
  await screen.findByText('There is nothing at this address')
})

test('who does not ask for it is not remembered, and is asked for the code again', async ({
  standIn,
  cognito,
  clock,
}) => {
  editTemplate(standIn, remembers('ASK'))
  clock.stop()
  await addPerson(standIn, cognito, ada)
  await beSignedIn(standIn)
  const secret = await setUpApp(clock.now())
  await amplify.updateMFAPreference({ totp: 'PREFERRED' })
  await amplify.signOut()
  clock.advance({ seconds: 30 })
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await signIn(user)
  await fill(user, 'Code', codeOf(secret, clock.now()))
  await press(user, 'Continue')
  await screen.findByText('There is nothing at this address')
  await amplify.signOut()

  await router.navigate('/sign-in?returnTo=/no-such-page')
  await signIn(user)

  await screen.findByText('Enter the code that your authenticator app shows.')
})

test('no device is offered to be remembered where the pool remembers all of them, or none', async ({
  standIn,
  cognito,
  clock,
}) => {
  clock.stop()
  await addPerson(standIn, cognito, ada)
  await beSignedIn(standIn)
  await setUpApp(clock.now())
  await amplify.updateMFAPreference({ totp: 'PREFERRED' })
  await amplify.signOut()
  const none = await openApp(standIn, '/sign-in')
  await signIn(none.user)
  await screen.findByText('Enter the code that your authenticator app shows.')
  expect(screen.queryByRole('checkbox', { name: 'Remember this device' })).toBeNull()
  none.unmount()

  editTemplate(standIn, remembers('ALWAYS'))
  const all = await openApp(standIn, '/sign-in')
  await signIn(all.user)

  await screen.findByText('Enter the code that your authenticator app shows.')
  expect(screen.queryByRole('checkbox', { name: 'Remember this device' })).toBeNull()
})
