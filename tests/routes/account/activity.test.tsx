import { screen } from '@testing-library/react'
import { expect } from 'vitest'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { signInWith } from '../../support/app/sign-in-with.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { addPasskey } from '../../support/user-pools/passkeys.ts'
import { openAccount, openAt, rowOf } from './open-account.tsx'

const page = ['/activity', 'Recent activity'] as const
/** People of the test's pool have passwords alone. */
const takePasskeys = [
  '            - !If [HasPasskeys, WEB_AUTHN, !Ref AWS::NoValue]\n',
  '            - WEB_AUTHN\n',
] as const
const chrome =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36'

/** What is told, from top to bottom. */
function told(): string[] {
  return [...document.querySelectorAll('.account-item')].map(({ textContent }) => textContent)
}

test('sign-ins and a new passkey are told, the newest first, and this session is marked', async ({
  standIn,
  cognito,
  clock,
}) => {
  editTemplate(standIn, takePasskeys)
  const { user, router, unmount } = await openAccount(standIn, cognito, '/security', 'Security')
  clock.advance({ minutes: 1 })
  const { accessToken } = await signInWith(standIn, chrome)
  clock.advance({ minutes: 1 })
  await addPasskey({ cognito }, accessToken)

  await user.click(screen.getByRole('link', { name: 'See recent activity' }))

  await screen.findByRole('heading', { name: page[1], level: 1 })
  expect(router.state.location.pathname).toBe('/account/activity')
  const [passkey, mac, here, ...others] = told()
  expect(passkey).toMatch(/^Passkey added/)
  expect(mac).toMatch(/^Signed in Chrome 125 on macOS 10\.15\.7 · 127\.0\.0\.1/)
  expect(here).toMatch(/^Signed in This session/)
  expect(others).toEqual([])
  await expectAccessible()
  unmount()
})

test('who was not it is led to what keeps a stranger out, in turn', async ({
  standIn,
  cognito,
}) => {
  const { user } = await openAccount(standIn, cognito, ...page)

  expect(rowOf('Change your password')).toBeDefined()
  expect(screen.queryByRole('heading', { name: /^Delete passkeys/ })).toBeNull()
  expect(screen.queryByRole('heading', { name: /^Forget devices/ })).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Manage sessions' }))

  await screen.findByRole('heading', { name: 'Sessions', level: 1 })
})

test('the page says what only administrators are told, and what it would need', async ({
  standIn,
  cognito,
}) => {
  await openAccount(standIn, cognito, ...page)

  const section = screen.getByRole('region', { name: 'What this list cannot show' })
  expect(section.textContent).toContain('Attempts that failed or were stopped')
  expect(section.textContent).toContain('AdminListUserAuthEvents')
})

test('a pool that keeps no sessions has the page say so', async ({ standIn, cognito }) => {
  const tracking = "    Default: 'true'\n    AllowedValues: ['true', 'false']\n  SmsRoleArn:"
  editTemplate(standIn, [tracking, tracking.replace("'true'", "'false'")])
  await openAccount(standIn, cognito, ...page)

  expect(told()).toEqual([])
  expect(screen.getByRole('heading', { name: 'There is nothing to tell' })).toBeDefined()
  expect(document.body.textContent).toContain('keeps no list of sessions')
})

test('a new device of a pool that knows devices is told, and can be forgotten', async ({
  standIn,
  cognito,
}) => {
  const before = "    Default: 'OFF'\n    AllowedValues: ['OFF', ASK, ALWAYS]"
  editTemplate(standIn, [before, '    Default: ALWAYS\n    AllowedValues: [ASK, ALWAYS]'])
  const { unmount } = await openAccount(standIn, cognito, '/security', 'Security')
  unmount()

  await openAt(standIn, ...page)

  expect(told().some((text) => text.startsWith('New device'))).toBe(true)
  expect(rowOf('Forget devices that are not yours')).toBeDefined()
})
