import { ConfirmSignUpCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import {
  confirmSignIn,
  fetchMFAPreference,
  getCurrentUser,
  setUpTOTP,
  signIn,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { alterUser } from '../../support/user-pools/alter-user.ts'
import { codeOf, wrongCode } from '../../support/user-pools/authenticator-app.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { mfaPool } from '../../support/user-pools/second-factors.ts'

const credentials = { username: ada.Username, password: ada.Password }

test('Amplify sets an authenticator app up, prefers it and signs in with it', async ({
  startAmplify,
}) => {
  const running = await startAmplify({ pools: [mfaPool()] })
  await register(running)
  await signIn(credentials)

  const setUp = await setUpTOTP()
  const { sharedSecret } = setUp
  await expect(
    verifyTOTPSetup({ code: wrongCode(sharedSecret, running.clock.now()) }),
  ).rejects.toMatchObject({ name: 'EnableSoftwareTokenMFAException' })
  await verifyTOTPSetup({ code: codeOf(sharedSecret, running.clock.now()) })
  await updateMFAPreference({ totp: 'PREFERRED' })
  const preference = await fetchMFAPreference()
  await signOut()
  running.clock.advance({ seconds: 30 })
  const asked = await signIn(credentials)
  await expect(
    confirmSignIn({ challengeResponse: wrongCode(sharedSecret, running.clock.now()) }),
  ).rejects.toMatchObject({ name: 'CodeMismatchException' })
  const done = await confirmSignIn({ challengeResponse: codeOf(sharedSecret, running.clock.now()) })

  expect(setUp.getSetupUri('Cognito Starter').href).toContain(`secret=${sharedSecret}`)
  expect(preference).toEqual({ enabled: ['TOTP'], preferred: 'TOTP' })
  expect(asked.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE')
  expect(done.isSignedIn).toBe(true)
})

test('Amplify sets up what the pool requires', async ({ startAmplify }) => {
  const running = await startAmplify({ pools: [mfaPool({ mfaConfiguration: 'ON' })] })
  await register(running)

  const { nextStep } = await signIn(credentials)
  if (nextStep.signInStep !== 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP')
    throw new Error(nextStep.signInStep)
  const { sharedSecret } = nextStep.totpSetupDetails
  await expect(
    confirmSignIn({ challengeResponse: wrongCode(sharedSecret, running.clock.now()) }),
  ).rejects.toMatchObject({ name: 'EnableSoftwareTokenMFAException' })
  const done = await confirmSignIn({
    challengeResponse: codeOf(sharedSecret, running.clock.now()),
    options: { friendlyDeviceName: 'my phone' },
  })

  expect(done.isSignedIn).toBe(true)
  expect(await getCurrentUser()).toMatchObject({ signInDetails: { loginId: ada.Username } })
})

test('Amplify lets people choose between an app and an address that is to be added', async ({
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

  const first = await signIn({ username: 'ada', password: Password })
  expect(first.nextStep).toMatchObject({
    signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION',
    allowedMFATypes: ['EMAIL', 'TOTP'],
  })
  const second = await confirmSignIn({ challengeResponse: 'EMAIL' })
  expect(second.nextStep.signInStep).toBe('CONTINUE_SIGN_IN_WITH_EMAIL_SETUP')
  const third = await confirmSignIn({ challengeResponse: 'ada@example.com' })
  expect(third.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_EMAIL_CODE')
  const done = await confirmSignIn({ challengeResponse: running.newestCode('ada@example.com') })

  expect(done.isSignedIn).toBe(true)
})

test('Amplify chooses among several', async ({ startAmplify }) => {
  const pool = mfaPool({ enabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] })
  const running = await startAmplify({ pools: [pool] })
  await register(running, ada, { attributes: [{ Name: 'phone_number', Value: '+15551234567' }] })
  await signIn(credentials)
  const { sharedSecret } = await setUpTOTP()
  await verifyTOTPSetup({ code: codeOf(sharedSecret, running.clock.now()) })
  await updateMFAPreference({ totp: 'ENABLED', sms: 'ENABLED' })
  await signOut()

  const asked = await signIn(credentials)
  const chosen = await confirmSignIn({ challengeResponse: 'SMS' })
  const done = await confirmSignIn({ challengeResponse: running.newestCode('+15551234567') })

  expect(asked.nextStep).toMatchObject({
    signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION',
    allowedMFATypes: ['SMS', 'TOTP'],
  })
  expect(chosen.nextStep).toMatchObject({
    signInStep: 'CONFIRM_SIGN_IN_WITH_SMS_CODE',
    codeDeliveryDetails: { deliveryMedium: 'SMS', destination: '+*******4567' },
  })
  expect(done.isSignedIn).toBe(true)
})
