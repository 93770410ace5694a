import { ConfirmSignUpCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { screen } from '@testing-library/react'
import { listWebAuthnCredentials, signIn, signOut, updateMFAPreference } from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { stubPasskeys } from '../../support/app/browser-passkeys.ts'
import { alterUser } from '../../support/user-pools/alter-user.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { mfaPool } from '../../support/user-pools/second-factors.ts'
import { emailPool } from '../../support/user-pools/user-pool-config.ts'
import { enterCode, open, signInAt } from './open-authenticator.tsx'

test('the Authenticator signs somebody up, confirms them and signs them in', async ({
  startAmplify,
}) => {
  const running = await startAmplify({ pools: [emailPool()] })
  const page = open()

  await page.go('Create Account')
  await page.fill('Email', ada.Username)
  await page.fill('Password', ada.Password)
  await page.fill('Confirm Password', ada.Password)
  await page.press('Create Account')
  await page.see('We Emailed You')
  await page.fill('Confirmation Code', running.newestCode())
  await page.press('Confirm')

  expect(await page.see('Signed in')).toBeTruthy()
})

test('it takes a code by e-mail as the second step', async ({ startAmplify }) => {
  const pool = mfaPool({ enabledMfas: ['EMAIL_OTP'], recoveryMechanisms: ['admin_only'] })
  const running = await startAmplify({ pools: [pool] })
  await register(running)
  await signIn({
    username: ada.Username,
    password: ada.Password,
    options: { authFlowType: 'USER_PASSWORD_AUTH' },
  })
  await updateMFAPreference({ email: 'PREFERRED' })
  await signOut()
  const page = open()

  await signInAt(page)
  await page.see('Confirm Email Code')
  await enterCode(page, running.newestCode())

  expect(await page.see('Signed in')).toBeTruthy()
})

test('it asks which second step is to be set up, and sets an address up', async ({
  startAmplify,
}) => {
  const pool = mfaPool({
    mfaConfiguration: 'ON',
    enabledMfas: ['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'],
    usernameAttributes: [],
    autoVerifiedAttributes: ['phone_number'],
    recoveryMechanisms: ['admin_only'],
  })
  const running = await startAmplify({ pools: [pool] })
  const { cognito } = running
  const { ClientId, Password } = ada
  const UserAttributes = [{ Name: 'phone_number', Value: '+15551234567' }]
  await cognito.send(new SignUpCommand({ ClientId, Username: 'ada', Password, UserAttributes }))
  const ConfirmationCode = running.newestCode()
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username: 'ada', ConfirmationCode }))
  // Neither number nor address: there is nothing to send a code to.
  alterUser(running, 'ada', { attributes: {}, aliases: [] })
  const page = open({ loginWith: 'username' })

  await page.fill('Username', 'ada')
  await page.fill('Password', Password)
  await page.press('Sign in')
  await page.see('Multi-Factor Authentication Setup')
  await page.choose(/email/i)
  await page.press('Confirm')
  await page.see('Setup Email')
  await page.fill('Email', 'ada@example.com')
  await page.press('Confirm')
  await page.see('Confirm Email Code')
  await enterCode(page, running.newestCode('ada@example.com'))

  expect(await page.see('Signed in')).toBeTruthy()
})

test('it offers a code by e-mail beside the password', async ({ startAmplify }) => {
  const pool = emailPool({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] })
  const running = await startAmplify({ pools: [pool] })
  await register(running)
  const page = open({
    takes: { emailOtpEnabled: true },
    passwordless: { preferredAuthMethod: 'PASSWORD' },
  })

  await page.fill('Email', ada.Username)
  await page.press('Other sign-in options')
  await page.press('Sign In with Email')
  await page.see('We Emailed You')
  await page.fill(/Code/, running.newestCode())
  await page.press('Confirm')

  expect(await page.see('Signed in')).toBeTruthy()
})

test('without a preferred method it has a password typed, and then lets people choose', async ({
  startAmplify,
}) => {
  const pool = emailPool({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] })
  const running = await startAmplify({ pools: [pool] })
  await register(running)
  const page = open({ takes: { emailOtpEnabled: true } })

  await page.fill('Email', ada.Username)
  await page.press('Sign in')
  // findings/amplify-authenticator-asks-password-before-choice.sh
  const password = await screen.findByLabelText<HTMLInputElement>('Password')
  expect(password.validity.valueMissing).toBe(true)
  await page.fill('Password', 'anything')
  await page.press('Sign in')
  await page.press('Sign In with Email')
  await page.see('We Emailed You')
  await page.fill(/Code/, running.newestCode())
  await page.press('Confirm')

  expect(await page.see('Signed in')).toBeTruthy()
})

test('it prompts for a passkey after a sign-in, makes one and signs in with it', async ({
  startAmplify,
}) => {
  stubPasskeys()
  const pool = emailPool({ allowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] })
  const running = await startAmplify({ pools: [pool] })
  await register(running)
  const page = open({
    takes: { webAuthn: { relyingPartyId: 'localhost' } },
    passwordless: { preferredAuthMethod: 'PASSWORD', passkeyRegistrationPrompts: true },
  })

  await signInAt(page)
  await page.see('Sign in faster with Passkey')
  await page.press('Create a Passkey')
  await page.see('Passkey created successfully!')
  await page.press('Continue')
  await page.see('Signed in')
  expect((await listWebAuthnCredentials()).credentials).toHaveLength(1)
  await page.press('Leave')
  await page.fill('Email', ada.Username)
  await page.press('Other sign-in options')
  await page.press('Sign In with Passkey')

  expect(await page.see('Signed in')).toBeTruthy()
})
