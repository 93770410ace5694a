import { screen } from '@testing-library/react'
import { expect } from 'vitest'
import { notePendingCode, readPendingCode } from '../../../src/auth/pending-code.ts'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { addUnconfirmed } from '../../support/user-pools/people-in-pool.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { fill, openApp, press, problemText } from './open-app.tsx'

async function signUp(standIn: TestStandIn, path = '/sign-up') {
  const app = await openApp(standIn, path, { hasInbox: true })
  await fill(app.user, 'E-mail address', ada.email)
  await fill(app.user, 'Password', ada.password)
  await press(app.user, 'Create account')
  await screen.findByRole('heading', { name: 'Check your mail' })
  return app
}

/** Of another page life: Amplify keeps in memory how to sign Ada in by itself. */
const grace = { ...ada, email: 'grace@example.com' }

const wrongCode = (code: string) => (code === '000000' ? '111111' : '000000')

test('signs in by itself and goes where one was going, in this tab only', async ({ standIn }) => {
  const { user, router } = await signUp(standIn, '/sign-up?returnTo=/no-such-page?x=1')
  const { code } = standIn.outbox[0]!

  await fill(user, 'Code', ` ${code.slice(0, 3)} ${code.slice(3)}\n`)
  await press(user, 'Confirm account')

  await screen.findByRole('button', { name: 'Sign out' })
  await screen.findByText('There is nothing at this address')
  expect(router.state.location).toMatchObject({ pathname: '/no-such-page', search: '?x=1' })
  expect(Object.keys(window.sessionStorage).join()).toContain('refreshToken')
  expect(window.sessionStorage.getItem('last-email')).toBeNull()
  expect(Object.keys(window.localStorage)).toEqual([])
})

test('the local inbox fills the code in with one click', async ({ standIn }) => {
  const { user } = await signUp(standIn)
  const { code } = standIn.outbox[0]!

  await press(user, `Use code ${code}`)

  const field = screen.getByLabelText('Code')
  expect(field).toHaveProperty('value', code)
  expect(document.activeElement).toBe(field)
  await expectAccessible()
})

test('a wrong code is refused and stays in its field', async ({ standIn }) => {
  const { user } = await signUp(standIn)
  const wrong = wrongCode(standIn.outbox[0]!.code)

  await fill(user, 'Code', wrong)
  await press(user, 'Confirm account')

  expect(await problemText()).toContain('That code does not match.')
  expect(screen.getByLabelText('Code')).toHaveProperty('value', wrong)
})

test('a code of the day before is no longer valid', async ({ standIn, clock }) => {
  const { user } = await signUp(standIn)
  clock.advance({ hours: 24 })

  await fill(user, 'Code', standIn.outbox[0]!.code)
  await press(user, 'Confirm account')

  expect(await problemText()).toContain('That code is no longer valid.')
})

test('after a reload, confirming leads to signing in with the address filled in', async ({
  standIn,
  cognito,
}) => {
  await addUnconfirmed(standIn, cognito, grace)
  const delivery = { destination: 'g***@e***', medium: 'EMAIL' }
  notePendingCode({ purpose: 'sign-up', email: grace.email, delivery, sentAtMs: Date.now() })
  const { user } = await openApp(standIn, '/confirm')
  await screen.findByText(/We sent a code or a link to g\*\*\*@e\*\*\*/)

  await fill(user, 'Code', standIn.outbox[0]!.code)
  await press(user, 'Confirm account')

  await screen.findByText('Your account is confirmed. Sign in to go on.')
  expect(screen.getByLabelText('E-mail address')).toHaveProperty('value', grace.email)
})

test('a new code has to wait, and is announced when it is sent', async ({ standIn }) => {
  const { user, unmount } = await signUp(standIn)
  const resend = screen.getByRole('button', { name: /^Send a new message in \d+ s$/ })
  await user.click(resend)
  expect(standIn.outbox).toHaveLength(1)

  unmount()
  notePendingCode({ ...readPendingCode('sign-up')!, sentAtMs: Date.now() - 30_000 })
  const { user: later } = await openApp(standIn, '/confirm')
  await press(later, 'Send a new message')

  await screen.findByText(/A new message is on its way to a\*\*\*@e\*\*\*/, {
    selector: '[role=status]',
  })
  expect(standIn.outbox).toHaveLength(2)
})

test('opened without knowing the address, it asks for it', async ({ standIn }) => {
  const { user } = await openApp(standIn, '/confirm')
  await screen.findByText(/This tab does not know where it went, so we ask for the address again\./)

  await press(user, 'Confirm account')

  const text = await problemText()
  expect(text).toContain('Enter your e-mail address.')
  expect(text).toContain('Enter the code.')
  expect(screen.getByLabelText('Code')).toMatchObject({ autocomplete: 'one-time-code' })
  expect(screen.getByLabelText('Code').getAttribute('inputmode')).toBe('numeric')
})

test('a link in the mail is offered, and who clicked it goes on at sign-in', async ({
  standIn,
}) => {
  editTemplate(standIn, ['CONFIRM_WITH_CODE', 'CONFIRM_WITH_LINK'])
  const { user, router } = await signUp(standIn, '/sign-up?returnTo=/profile')
  const link = await screen.findByRole('link', { name: 'Open the link (new tab)' })

  expect(link).toHaveProperty('href', standIn.outbox[0]!.link)
  expect(screen.queryByRole('button', { name: /^Use code/ })).toBeNull()
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: 'I have clicked the link' }))

  await screen.findByRole('button', { name: 'Sign in' })
  expect(router.state.location).toMatchObject({
    pathname: '/sign-in',
    search: '?returnTo=%2Fprofile',
  })
  expect(screen.getByLabelText('E-mail address')).toHaveProperty('value', ada.email)
})
