import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { brandName } from '../../../src/ui/brand.ts'
import { noteEmail } from '../../../src/auth/pending-code.ts'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { fill, openApp, press, problemText } from './open-app.tsx'

test('creates an account, sends one code, and says where it went', async ({ standIn }) => {
  const { user } = await openApp(standIn, '/sign-up')

  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)
  await press(user, 'Create account')

  await screen.findByText(/We sent a code or a link to a\*\*\*@e\*\*\*\. It works for 24 hours/)
  expect(standIn.outbox.map(({ to }) => to)).toEqual([ada.email])
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
})

test('names every field that was left empty, and sends nothing', async ({ standIn }) => {
  const { user } = await openApp(standIn, '/sign-up')

  await press(user, 'Create account')

  const summary = await screen.findByRole('alert')
  expect(document.activeElement).toBe(summary)
  expect(document.title).toBe(`Error: Create account · ${brandName}`)
  await user.click(within(summary).getByRole('link', { name: 'Enter your password.' }))
  const password = screen.getByLabelText('Password')
  expect(document.activeElement).toBe(password)
  expect(password).toHaveProperty('ariaInvalid', 'true')
  expect(password.getAttribute('aria-describedby')).toContain('password-error')
  expect(standIn.outbox).toEqual([])
  await expectAccessible()
})

test('ticks the rules of the pool as one types, and keeps a refused password', async ({
  standIn,
}) => {
  const { user } = await openApp(standIn, '/sign-up')
  await fill(user, 'E-mail address', ada.email)

  await fill(user, 'Password', 'lower1')

  const list = document.getElementById('password-rules') ?? document.body
  const rules = within(list).getAllByRole('listitem')
  expect(rules.map((item) => item.textContent)).toEqual([
    'at least 8 characters, not met yet',
    'a lower-case letter, met',
    'an upper-case letter, not met yet',
    'a number, met',
    'a symbol, such as ! ? or #, not met yet',
  ])
  await press(user, 'Create account')
  expect(await problemText()).toContain('This password does not meet the rules.')
  expect(screen.getByLabelText('Password')).toHaveProperty('value', 'lower1')
  expect(screen.getByText('InvalidPasswordException')).toBeTruthy()
})

test('a taken address leads to signing in with it', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const { user } = await openApp(standIn, '/sign-up')
  await fill(user, 'E-mail address', ada.email.toUpperCase())
  await fill(user, 'Password', ada.password)

  await press(user, 'Create account')

  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('There already is an account with this address.')
  await user.click(within(summary).getByRole('link', { name: 'Sign in' }))
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy()
  expect(screen.getByLabelText('E-mail address')).toHaveProperty('value', ada.email.toUpperCase())
})

test('what the next page remembers, and the focus, are there when the page is', async ({
  standIn,
}) => {
  noteEmail(ada.email)
  const { user } = await openApp(standIn, '/sign-up')
  const firstSight = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const heading = document.querySelector('h1')
      if (heading?.textContent !== 'Sign in') return
      observer.disconnect()
      const { value } = screen.getByLabelText<HTMLInputElement>('E-mail address')
      resolve({ email: value, hasFocus: heading === document.activeElement })
    })
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  })

  await user.click((await screen.findAllByRole('link', { name: 'Sign in' }))[0]!)

  expect(await firstSight).toEqual({ email: ada.email, hasFocus: true })
})

test('shows and hides the password, and says so', async ({ standIn }) => {
  const { user } = await openApp(standIn, '/sign-up')
  const password = await screen.findByLabelText('Password')

  await press(user, 'Show password')
  expect(password).toHaveProperty('type', 'text')
  expect(screen.getByText('Your password is shown')).toBeTruthy()

  await press(user, 'Hide password')
  expect(password).toHaveProperty('type', 'password')
})

test('is accessible, and tells password managers what its fields are', async ({ standIn }) => {
  await openApp(standIn, '/sign-up')

  const email = await screen.findByLabelText('E-mail address')

  expect(email).toHaveProperty('autocomplete', 'email')
  expect(screen.getByLabelText('Password')).toHaveProperty('autocomplete', 'new-password')
  expect(email.closest('form')).toHaveProperty('method', 'post')
  await expectAccessible()
})

test('whoever is signed in is told so, and may continue or create another account', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user, router } = await openApp(standIn, '/sign-in')
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)
  await press(user, 'Sign in')
  await waitFor(() => expect(router.state.location.pathname).toBe('/profile'))

  await router.navigate('/sign-up?returnTo=/no-such-page')
  await screen.findByText('You are signed in as ada@example.com.')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('You are signed in')
  expect(screen.queryByLabelText('Password')).toBeNull()
  const goOn = screen.getByRole('link', { name: 'Continue' })
  expect(goOn.getAttribute('href')).toBe('/no-such-page')
  await expectAccessible()
  await press(user, 'Use another account')

  await screen.findByLabelText('Password')
  const { pathname } = router.state.location
  await waitFor(() => expect(router.state.location.search).toBe('?returnTo=%2Fno-such-page'))
  expect([pathname, router.state.location.pathname]).toEqual(['/sign-up', '/sign-up'])
  await screen.findByRole('heading', { level: 1, name: 'Create account' })
})
