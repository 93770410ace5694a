import { expect } from 'vitest'
import { fault } from '../../support/managed-login/login-pages.ts'
import { ada } from '../../support/user-pools/people.ts'
import { test, text } from './first-factor-pages.ts'

test('who signs up may do without a password, and is signed in by the code', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const form = await visitor.follow(await visitor.open(login.loginUrl), 'Create an account')

  const confirm = await visitor.submit(form, 'Create account', { Email: ada.Username })
  const back = await visitor.leave(
    visitor.submit(confirm, 'Confirm account', { Code: login.newestCode() }),
  )

  expect(text(form)).toContain('Leave it empty to sign in with codes instead.')
  expect(back.searchParams.has('code')).toBe(true)
  expect(login.userPools.users.find(login.pool, ada.Username)?.password).toBeUndefined()
})

test('a password that is typed all the same is held to the rules', async ({ start, visitor }) => {
  const login = await start()
  const form = await visitor.follow(await visitor.open(login.loginUrl), 'Create an account')

  const short = await visitor.submit(form, 'Create account', {
    Email: ada.Username,
    Password: 'short',
  })

  expect([short.status, fault(short)]).toEqual([
    400,
    'Password did not conform with policy: Password not long enough',
  ])
})

test('where no code signs in, a sign-up needs its password', async ({ start, visitor }) => {
  const login = await start({ allowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] })
  const form = await visitor.follow(await visitor.open(login.loginUrl), 'Create an account')

  const refused = await visitor.submit(form, 'Create account', { Email: ada.Username })

  expect([refused.status, fault(refused)]).toEqual([400, 'Enter: Password.'])
})
