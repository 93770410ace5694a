import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { signInWith } from '../../support/app/sign-in-with.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { fill, press } from '../auth/open-app.tsx'
import { openAccount, openAt, rowOf } from './open-account.tsx'

const chrome =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

test('sessions are told by browser, place and last use, this one marked, and one is ended alone', async ({
  standIn,
  cognito,
}) => {
  const { user, router } = await openAccount(standIn, cognito, '/security', 'Security')
  const mac = await signInWith(standIn, chrome)
  const linux = await signInWith(standIn, firefox)

  await user.click(screen.getByRole('link', { name: 'Manage sessions' }))
  await screen.findByRole('heading', { name: 'Sessions', level: 1 })
  expect(router.state.location.pathname).toBe('/account/security/sessions')
  const items = screen.getAllByRole('listitem').filter((item) => item.matches('.account-item'))
  expect(items).toHaveLength(3)
  expect(items[0]?.textContent).toContain('This session')
  expect(within(items[0]!).queryByRole('button', { name: /^End/ })).toBeNull()
  expect(rowOf('Firefox 140 on Linux').textContent).toContain('127.0.0.1')
  expect(rowOf('Firefox 140 on Linux').textContent).toContain('Last used now')
  await expectAccessible()

  await user.click(screen.getByRole('button', { name: /^End Chrome 125 on macOS/ }))

  await screen.findByText('That session is over.')
  await waitFor(() => expect(screen.queryByRole('heading', { name: /^Chrome 125/ })).toBeNull())
  expect(await mac.refusal()).toBe('Access Token has been revoked')
  expect(await linux.refusal()).toBeUndefined()
})

test('all others are ended in one click, and this one goes on', async ({ standIn, cognito }) => {
  const { user } = await openAccount(standIn, cognito, '/security', 'Security')
  const elsewhere = [await signInWith(standIn, chrome), await signInWith(standIn, firefox)]
  await user.click(screen.getByRole('link', { name: 'Manage sessions' }))

  await press(user, 'End all others')

  await screen.findByText('All other sessions are over.')
  for (const { refusal } of elsewhere) expect(await refusal()).toBe('Access Token has been revoked')
  await waitFor(() => expect(screen.queryByRole('button', { name: /^End/ })).toBeNull())
  expect(screen.getByText('This session')).toBeDefined()
})

test('a new password offers to end the sessions elsewhere, by their number', async ({
  standIn,
  cognito,
}) => {
  const { user } = await openAccount(standIn, cognito, '/security/password', 'Change your password')
  const elsewhere = await signInWith(standIn, chrome)
  await fill(user, 'Current password', ada.password)
  await fill(user, 'New password', 'Difference-Engine-1822')
  await press(user, 'Change password')
  await screen.findByText(/signed in in one other place/)
  expect(await elsewhere.refusal()).toBeUndefined()

  await press(user, 'End the other session')

  await screen.findByText('All other sessions are over.')
  expect(await elsewhere.refusal()).toBe('Access Token has been revoked')
})

test('where the pool keeps no sessions the page says so, and still ends all of them', async ({
  standIn,
  cognito,
}) => {
  const tracking = "    Default: 'true'\n    AllowedValues: ['true', 'false']\n  SmsRoleArn:"
  editTemplate(standIn, [tracking, tracking.replace("'true'", "'false'")])
  const { user, router } = await openAccount(standIn, cognito, '/security/sessions', 'Sessions')
  const elsewhere = await signInWith(standIn, chrome)

  expect(document.body.textContent).toContain('the user pool of this app does not keep one')
  expect(screen.queryByRole('button', { name: /^End/ })).toBeNull()
  await press(user, 'Sign out everywhere')

  await screen.findByRole('heading', { name: 'Sign in' })
  expect(router.state.location.search).toContain('notice=signed-out')
  expect(await elsewhere.refusal()).toBe('Access Token has been revoked')
})

test('a list that AWS does not have for this pool is said to be missing', async ({
  standIn,
  cognito,
}) => {
  // As in a Region that has it not, and on a plan without.
  const refusals = ['OperationNotEnabledException', 'FeatureUnavailableInTierException']
  let refusal = refusals[0]
  standIn.intercept(async (request, next) =>
    request.headers.get('x-amz-target')?.endsWith('.ListUserSessions')
      ? Response.json({ __type: refusal, message: '' }, { status: 400 })
      : next(request),
  )
  const { unmount } = await openAccount(standIn, cognito, '/security/sessions', 'Sessions')
  expect(document.body.textContent).toContain('the user pool of this app does not keep one')
  unmount()

  refusal = refusals[1]
  await openAt(standIn, '/security/sessions', 'Sessions')
  expect(document.body.textContent).toContain('the user pool of this app does not keep one')
  expect(screen.getByRole('button', { name: 'Sign out everywhere' })).toBeDefined()
})
