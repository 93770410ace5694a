import { expect } from 'vitest'
import { withDefaults, type DomainLogin } from '../../support/managed-login/domain-login.ts'
import { fault } from '../../support/managed-login/login-pages.ts'
import type { PageVisitor } from '../../support/managed-login/page-visitor.ts'
import { ada } from '../../support/user-pools/people.ts'
import { mfaPool } from '../../support/user-pools/second-factors.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'

const clients = [redirectedClient]
const PreSignUp = 'arn:aws:lambda:us-east-1:000000000000:function:pre-sign-up'
const test = withDefaults({ clients, triggers: { PreSignUp } })

/** A trigger that confirms everybody. */
const confirming = {
  invoke: (_arn: string, event: object) =>
    Promise.resolve({ ...event, response: { autoConfirmUser: true, autoVerifyEmail: true } }),
}

async function signUp(login: DomainLogin, visitor: PageVisitor) {
  const page = await visitor.open(login.loginUrl.href.replace('/login?', '/signup?'))
  return visitor.submit(page, 'Create account', { Email: ada.Username, Password: ada.Password })
}

test('whom PreSignUp confirms is signed in at once: there is no code to ask for', async ({
  start,
  visitor,
}) => {
  const login = await start({}, confirming)

  const back = await visitor.leave(signUp(login, visitor))
  const authorize = login.loginUrl.href.replace('/login?', '/oauth2/authorize?')
  const again = await visitor.leave(visitor.open(authorize))

  expect(back.origin + back.pathname).toBe('https://app.example/callback')
  expect(back.searchParams.has('code')).toBe(true)
  expect(again.searchParams.has('code')).toBe(true)
  expect(login.outbox.list()).toEqual([])
})

test('where the pool requires a second factor, it is set up first', async ({ start, visitor }) => {
  const login = await start(mfaPool({ clients, mfaConfiguration: 'ON' }), confirming)

  const page = await signUp(login, visitor)

  expect(page.url.pathname).toBe('/setUpMfa')
})

test('whom it does not confirm is asked for the code, and a taken name is said', async ({
  start,
  visitor,
}) => {
  const login = await start({}, { invoke: (_arn, event) => Promise.resolve(event) })

  const page = await signUp(login, visitor)
  const again = await signUp(login, visitor)

  expect(page.url.pathname).toBe('/confirmUser')
  expect([again.url.pathname, again.status]).toEqual(['/signup', 400])
  expect(fault(again)).toBe('User already exists')
})
