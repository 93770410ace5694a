import { screen } from '@testing-library/react'
import { setUpTOTP, signIn, signOut, updateMFAPreference, verifyTOTPSetup } from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { mfaPool } from '../../support/user-pools/second-factors.ts'
import { emailPool } from '../../support/user-pools/user-pool-config.ts'
import { enterCode, open, signInAt } from './open-authenticator.tsx'

const phone = [{ Name: 'phone_number', Value: '+15551234567' }]
const byPassword = {
  username: ada.Username,
  password: ada.Password,
  options: { authFlowType: 'USER_PASSWORD_AUTH' },
} as const

test('the Authenticator resets a forgotten password, and refuses the old one', async ({
  startAmplify,
}) => {
  const running = await startAmplify({ pools: [emailPool()] })
  await register(running)
  const page = open()
  const password = 'Another-Horse-2'

  await page.press('Forgot your password?')
  await page.fill(/email/i, ada.Username)
  await page.press('Send code')
  await page.see('New Password')
  await page.fill(/^Code/, running.newestCode())
  await page.fill('New Password', password)
  await page.fill('Confirm Password', password)
  await page.press('Submit')
  await signInAt(page)
  await page.see('Incorrect username or password.')
  await signInAt(page, password)

  expect(await page.see('Signed in')).toBeTruthy()
})

test('it sets up the authenticator app that a pool requires', async ({ startAmplify }) => {
  const running = await startAmplify({ pools: [mfaPool({ mfaConfiguration: 'ON' })] })
  await register(running)
  const page = open()

  await signInAt(page)
  await page.see('Setup TOTP')
  const secret = (await screen.findByText(/^[A-Z2-7]{32,52}$/)).textContent
  await enterCode(page, codeOf(secret, running.clock.now()))

  expect(await page.see('Signed in')).toBeTruthy()
})

test('it asks which second step is wanted, and for the code of that', async ({ startAmplify }) => {
  const pool = mfaPool({ enabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] })
  const running = await startAmplify({ pools: [pool] })
  await register(running, ada, { attributes: phone })
  await signIn(byPassword)
  const { sharedSecret } = await setUpTOTP()
  await verifyTOTPSetup({ code: codeOf(sharedSecret, running.clock.now()) })
  await updateMFAPreference({ totp: 'ENABLED', sms: 'ENABLED' })
  await signOut()
  running.clock.advance({ seconds: 30 })
  const page = open()

  await signInAt(page)
  await page.choose(/TOTP|authenticator/i)
  await page.press(/Confirm|Submit/)
  await page.see('Confirm TOTP Code')
  await enterCode(page, codeOf(sharedSecret, running.clock.now()))

  expect(await page.see('Signed in')).toBeTruthy()
})

test('it takes a code by text message after a wrong one', async ({ startAmplify }) => {
  const running = await startAmplify({ pools: [mfaPool({ enabledMfas: ['SMS_MFA'] })] })
  await register(running, ada, { attributes: phone })
  await signIn(byPassword)
  await updateMFAPreference({ sms: 'PREFERRED' })
  await signOut()
  const page = open()

  await signInAt(page)
  await page.see('Confirm SMS Code')
  const code = running.newestCode(phone[0]?.Value)
  await enterCode(page, code === '000000' ? '111111' : '000000')
  await screen.findByRole('alert')
  await enterCode(page, code)

  expect(await page.see('Signed in')).toBeTruthy()
})
