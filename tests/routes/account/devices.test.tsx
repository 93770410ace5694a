import { screen, waitFor } from '@testing-library/react'
import * as amplify from 'aws-amplify/auth'
import { expect, vi } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { fill, press } from '../auth/open-app.tsx'
import { beSignedIn, openAccount, openAt, rowOf } from './open-account.tsx'

const page = ['/security/devices', 'Remembered devices'] as const

/** A pool that knows the devices that people sign in on. */
function trackDevices(standIn: TestStandIn, remember: 'ASK' | 'ALWAYS'): void {
  const [before, after] = ["    Default: 'OFF'\n    AllowedValues: ['OFF', ASK, ALWAYS]", '']
  editTemplate(standIn, [
    before,
    `    Default: ${remember}\n    AllowedValues: [ASK, ALWAYS]${after}`,
  ])
}

test('devices are listed with this one marked, and one is forgotten', async ({
  standIn,
  cognito,
}) => {
  trackDevices(standIn, 'ALWAYS')
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(
    'macOS 14.2.1 arm macOS Not A(Brand/99.0.0.0;Google Chrome/121.0.6167.160;Chromium/121.0.0.0',
  )
  const first = await openAccount(standIn, cognito, '/security', 'Security')
  first.unmount()
  // As in another browser, which keeps nothing of the first.
  window.sessionStorage.clear()
  window.localStorage.clear()
  vi.restoreAllMocks()
  await beSignedIn(standIn)

  const { user } = await openAt(standIn, '/security', 'Security')
  await user.click(screen.getByRole('link', { name: 'Manage devices' }))
  await screen.findByRole('heading', { name: page[1], level: 1 })
  expect(document.querySelectorAll('.account-item')).toHaveLength(2)
  expect(document.querySelector('.account-item')?.textContent).toContain('This device')
  const mac = rowOf('Chrome 121 on macOS')
  expect(mac.textContent).toContain('127.0.0.1')
  expect(mac.textContent).not.toContain('This device')
  expect(screen.queryByRole('button', { name: 'Remember this device' })).toBeNull()
  await expectAccessible()

  await user.click(screen.getByRole('button', { name: /^Forget Chrome 121 on macOS/ }))

  await screen.findByText('That device is forgotten.')
  await waitFor(() => expect(document.querySelectorAll('.account-item')).toHaveLength(1))
  expect(await amplify.fetchDevices()).toHaveLength(1)
})

test('this device is remembered where the pool leaves it to people, and then stands for the code', async ({
  standIn,
  cognito,
  clock,
}) => {
  trackDevices(standIn, 'ASK')
  const { user } = await openAccount(standIn, cognito, ...page)
  expect(screen.queryByRole('button', { name: 'Remember this device' })).toBeNull()
  clock.stop()
  const { sharedSecret } = await amplify.setUpTOTP()
  await amplify.verifyTOTPSetup({ code: codeOf(sharedSecret, clock.now()) })
  await amplify.updateMFAPreference({ totp: 'PREFERRED' })
  await user.click(screen.getByRole('link', { name: 'Back to security' }))
  await user.click(await screen.findByRole('link', { name: 'Manage devices' }))

  await press(user, 'Remember this device')

  await screen.findByText('This device is remembered.')
  await amplify.signOut()
  const { isSignedIn } = await amplify.signIn({ username: ada.email, password: ada.password })
  expect(isSignedIn).toBe(true)
})

test('a fresh proof is of the same device, so that the session goes on being refreshed', async ({
  standIn,
  cognito,
}) => {
  trackDevices(standIn, 'ALWAYS')
  const { user, router } = await openAccount(standIn, cognito, ...page)
  const before = await amplify.fetchDevices()
  // The clock of the local AWS goes by this one.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 })
  await router.navigate('/account/confirm?returnTo=%2Faccount%2Fsecurity%2Fdevices')
  await fill(user, 'Password', ada.password)
  await press(user, 'Continue')
  await screen.findByRole('heading', { name: page[1], level: 1 })
  vi.useRealTimers()

  const { tokens } = await amplify.fetchAuthSession({ forceRefresh: true })
  const after = await amplify.fetchDevices()

  expect(tokens?.accessToken.payload['device_key']).toBe(before[0]?.id)
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
})

test('this device is forgotten, and its session goes on', async ({ standIn, cognito }) => {
  trackDevices(standIn, 'ALWAYS')
  const { user } = await openAccount(standIn, cognito, ...page)

  await press(user, /^Forget/)

  await screen.findByText('That device is forgotten.')
  await screen.findByRole('heading', { name: 'No devices yet' })
  const { tokens } = await amplify.fetchAuthSession({ forceRefresh: true })
  expect(tokens).toBeDefined()
  await amplify.signOut()
  const { isSignedIn } = await amplify.signIn({ username: ada.email, password: ada.password })
  expect(isSignedIn).toBe(true)
})

test('without a device the page says when there would be one', async ({ standIn, cognito }) => {
  await openAccount(standIn, cognito, ...page)

  expect(screen.getByRole('heading', { name: 'No devices yet' })).toBeDefined()
  expect(screen.queryByRole('button', { name: /^Forget/ })).toBeNull()
  await expectAccessible()
})
