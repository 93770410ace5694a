import { act, screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { notePendingCode } from '../../../src/auth/pending-code.ts'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { recordCalls } from '../../support/app/recorded-calls.ts'
import { fill, openApp, press } from './open-app.tsx'

/** Both before React renders: by click, and by Enter, which submits with the form's own button. */
async function pressTwice(name: string): Promise<void> {
  const button = (await screen.findAllByRole<HTMLButtonElement>('button', { name })).at(-1)
  act(() => {
    button?.click()
    button?.form?.requestSubmit(button)
    button?.click()
  })
}

test('two submits before React has rendered sign up once, and confirm once', async ({
  standIn,
}) => {
  const { user } = await openApp(standIn, '/sign-up?returnTo=/no-such-page')
  const calls = recordCalls()
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)

  await pressTwice('Create account')

  await screen.findByRole('heading', { name: 'Check your mail' })
  expect(calls.operations).toEqual(['SignUp'])
  expect(standIn.outbox).toHaveLength(1)

  await fill(user, 'Code', standIn.outbox[0]!.code)
  calls.take()
  await pressTwice('Confirm account')

  // To the end: what is still under way would be asked again in the next test.
  await screen.findByText('There is nothing at this address')
  expect(calls.operations).toContain('InitiateAuth')
  expect(calls.operations.filter((name) => name === 'ConfirmSignUp')).toHaveLength(1)
  expect(screen.queryByRole('alert')).toBeNull()
  calls.stop()
})

test('two submits sign in once, and ask once for a code to reset a password', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user, unmount } = await openApp(standIn, '/sign-in?returnTo=/')
  const calls = recordCalls()
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', `${ada.password}?`)

  await pressTwice('Sign in')

  await screen.findByRole('alert')
  expect(calls.take()).toEqual(['InitiateAuth', 'RespondToAuthChallenge'])
  unmount()

  const forgot = await openApp(standIn, '/forgot-password')
  await fill(forgot.user, 'E-mail address', ada.email)
  calls.take()
  await pressTwice('Send code')

  await screen.findByLabelText('Code')
  expect(calls.operations).toEqual(['ForgotPassword'])
  calls.stop()
})

test('a code is sent again once, however often it is pressed', async ({ standIn }) => {
  const delivery = { destination: undefined, medium: undefined }
  notePendingCode({ purpose: 'sign-up', email: ada.email, delivery, sentAtMs: 0 })
  await openApp(standIn, '/confirm')
  const calls = recordCalls()
  const button = await screen.findByRole('button', { name: 'Send a new message' })

  act(() => {
    button.click()
    button.click()
  })

  await waitFor(() => expect(button.getAttribute('aria-busy')).toBeNull())
  await waitFor(() => expect(calls.operations).toEqual(['ResendConfirmationCode']))
  calls.stop()
})

test('what was answered may be sent again: a mended password goes through', async ({ standIn }) => {
  const { user } = await openApp(standIn, '/sign-up')
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', 'lower1')
  await pressTwice('Create account')
  await screen.findByRole('alert')

  await fill(user, 'Password', ada.password)
  await press(user, 'Create account')

  await screen.findByRole('heading', { name: 'Check your mail' })
  expect(standIn.outbox).toHaveLength(1)
})

test('whoever leaves a page that is busy and comes back may send it again', async ({ standIn }) => {
  const { user, router } = await openApp(standIn, '/sign-up')
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let arrived = 0
  standIn.intercept(async (request, next) => {
    if (request.headers.get('x-amz-target')?.endsWith('.SignUp')) {
      arrived += 1
      await held
    }
    return next(request)
  })
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)
  await press(user, 'Create account')
  await waitFor(() => expect(arrived).toBe(1))

  await act(() => router.navigate('/forgot-password'))
  await act(() => router.navigate('/sign-up'))
  await fill(user, 'E-mail address', `other-${ada.email}`)
  await fill(user, 'Password', ada.password)
  await press(user, 'Create account')
  letGo()

  await screen.findByRole('heading', { name: 'Check your mail' })
  await waitFor(() =>
    expect(standIn.outbox.map(({ to }) => to).toSorted()).toEqual([
      ada.email,
      `other-${ada.email}`,
    ]),
  )
})
