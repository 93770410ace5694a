import { expect } from 'vitest'
import { ada, register } from '../../support/user-pools/people.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'
import { alterUser } from '../../support/user-pools/alter-user.ts'
import { test, sayWho, text, notice } from './first-factor-pages.ts'

test('who has a temporary password is asked for it alone, and for one of their own', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  alterUser(login, ada.Username, { status: 'FORCE_CHANGE_PASSWORD' })

  const asked = await sayWho(login, visitor)
  const own = await visitor.submit(asked, 'Sign in', { Password: ada.Password })
  const back = await visitor.leave(
    visitor.submit(own, 'Save and sign in', { 'New password': 'Brand-New-Horse-3' }),
  )

  expect(asked.url.pathname).toBe('/password')
  expect(text(asked)).not.toContain('Sign in another way')
  expect(own.url.pathname).toBe('/changePassword')
  expect(back.searchParams.has('code')).toBe(true)
})

test('a password that has to be reset leads there where the client may know', async ({
  start,
  visitor,
}) => {
  const login = await start({
    clients: [{ ...redirectedClient, preventUserExistenceErrors: false }],
  })
  await register(login)
  alterUser(login, ada.Username, { status: 'RESET_REQUIRED' })

  const asked = await visitor.submit(await sayWho(login, visitor), 'Use password')
  const reset = await visitor.submit(asked, 'Sign in', { Password: ada.Password })

  expect(reset.url.pathname).toBe('/forgotPassword')
  expect(notice(reset)).toBe('Your password has to be reset before you can sign in.')
})

test('who is not confirmed is led to the code of the sign-up, and on to the app', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login, ada, { isConfirmed: false })

  const asked = await visitor.submit(await sayWho(login, visitor), 'Use password')
  const confirm = await visitor.submit(asked, 'Sign in', { Password: ada.Password })
  const back = await visitor.leave(
    visitor.submit(confirm, 'Confirm account', { Code: login.newestCode() }),
  )

  expect(confirm.url.pathname).toBe('/confirmUser')
  expect(back.searchParams.has('code')).toBe(true)
})
