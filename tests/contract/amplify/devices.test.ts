import {
  confirmSignIn,
  fetchAuthSession,
  fetchDevices,
  forgetDevice,
  rememberDevice,
  setUpTOTP,
  signIn,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { devicePool } from '../../support/user-pools/devices.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import type { RunningUserPools } from '../../support/user-pools/user-pools.ts'

const credentials = { username: ada.Username, password: ada.Password }

// Amplify names a device by its browser, which the oldest Node.js here has no word for.
beforeAll(() => void vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11) Firefox/140.0' }))
afterAll(() => void vi.unstubAllGlobals())

/** Signs in and prefers an app. @returns what the app shows next. */
async function startWithApp(running: RunningUserPools) {
  await register(running)
  await signIn(credentials)
  const { sharedSecret } = await setUpTOTP()
  await verifyTOTPSetup({ code: codeOf(sharedSecret, running.clock.now()) })
  await updateMFAPreference({ totp: 'PREFERRED' })
  running.clock.advance({ seconds: 30 })
  return () => codeOf(sharedSecret, running.clock.now())
}

test('Amplify remembers a device, which then is asked for nothing more than the password', async ({
  startAmplify,
}) => {
  const devices = { standInForMfa: true, rememberOnPrompt: true }
  const running = await startAmplify({ pools: [devicePool({ devices })] })
  const code = await startWithApp(running)
  await signOut()
  const notRemembered = await signIn(credentials)
  await confirmSignIn({ challengeResponse: code() })

  await rememberDevice()
  const listed = await fetchDevices()
  await signOut()
  const remembered = await signIn(credentials)
  const { tokens } = await fetchAuthSession({ forceRefresh: true })

  expect(notRemembered.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE')
  expect(listed).toHaveLength(1)
  expect(listed[0]).toMatchObject({ id: expect.stringMatching(/^us-east-1_/) })
  expect(remembered.isSignedIn).toBe(true)
  expect(tokens?.accessToken.payload['device_key']).toBe(listed[0]?.id)
})

test('Amplify forgets a device, and signs in with a code again', async ({ startAmplify }) => {
  const running = await startAmplify({ pools: [devicePool()] })
  const code = await startWithApp(running)
  await signOut()
  const remembered = await signIn(credentials)

  await forgetDevice()
  const listed = await fetchDevices()
  await signOut()
  const asked = await signIn(credentials)
  const done = await confirmSignIn({ challengeResponse: code() })

  expect(remembered.isSignedIn).toBe(true)
  expect(listed).toEqual([])
  expect(asked.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE')
  expect(done.isSignedIn).toBe(true)
})

test('Amplify goes on where a device was forgotten elsewhere', async ({ startAmplify }) => {
  const running = await startAmplify({ pools: [devicePool()] })
  await startWithApp(running)
  const [device] = await fetchDevices()
  await signOut()
  await signIn(credentials)
  await forgetDevice({ device: { id: device!.id } })
  await signOut()

  const asked = await signIn(credentials)

  expect(asked.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE')
})
