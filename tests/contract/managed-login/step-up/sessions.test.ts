import { expect } from 'vitest'
import { alterUser } from '../../../support/user-pools/alter-user.ts'
import { codeOf } from '../../../support/user-pools/authenticator-app.ts'
import { type DomainLogin } from '../../../support/managed-login/domain-login.ts'
import { type PageVisitor } from '../../../support/managed-login/page-visitor.ts'
import { ada, register, signIn as signInByApi } from '../../../support/user-pools/people.ts'
import { addApp, appOn, prefer } from '../../../support/user-pools/second-factors.ts'
import { test, level, authorizeUrl, claimsOf, all, enterPassword } from './pages.ts'

/** Somebody with an app, who has signed in at the domain before it was set up. */
async function withApp(login: DomainLogin, visitor: PageVisitor) {
  await register(login)
  await visitor.leave(enterPassword(visitor, authorizeUrl(login)))
  const { AccessToken } = await signInByApi(login)
  const secret = await addApp(login, AccessToken)
  await prefer(login, AccessToken, appOn)
  login.clock.advance({ seconds: 60 })
  return () => codeOf(secret, login.clock.now())
}

test('whose session is not enough proves what is missing, and nothing twice', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const code = await withApp(login, visitor)
  const url = authorizeUrl(login, { acr_values: `urn:unknown ${level(4)} ${level(1)}` })

  const asked = await visitor.open(url)
  const back = await visitor.leave(visitor.submit(asked, 'Continue', { Code: code() }))
  const told = await claimsOf(login, back)
  login.clock.advance({ minutes: 5 })
  const again = await visitor.leave(visitor.open(url))

  expect(asked.url.pathname).toBe('/mfa')
  const { auth_time } = told[0] ?? {}
  expect(told).toEqual(all({ acr: level(4), amr: ['pwd', 'otp', 'mfa'], auth_time }))
  expect(await claimsOf(login, again)).toEqual(told)
})

test('nobody is asked without a page: prompt=none says that a login is required', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await withApp(login, visitor)

  const weak = authorizeUrl(login, { acr_values: level(4), prompt: 'none' })
  const old = authorizeUrl(login, { max_age: '30', prompt: 'none' })
  const good = authorizeUrl(login, { max_age: '90', prompt: 'none' })

  const errorOf = async (url: URL) =>
    (await visitor.leave(visitor.open(url))).searchParams.get('error')
  expect(await errorOf(weak)).toBe('login_required')
  expect(await errorOf(old)).toBe('login_required')
  expect(await errorOf(good)).toBeNull()
})

test('an old session counts for no level: password and app are proved again', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const code = await withApp(login, visitor)
  const url = authorizeUrl(login, { max_age: '30', acr_values: level(4) })

  const asked = await enterPassword(visitor, url)
  const back = await visitor.leave(visitor.submit(asked, 'Continue', { Code: code() }))

  expect(asked.url.pathname).toBe('/mfa')
  expect((await claimsOf(login, back))[0]).toMatchObject({ acr: level(4) })
})

test.for([
  ['acr_values', 'urn:unknown', 'acr_values has none of the user pool'],
  ['max_age', '-1', 'max_age has to be a number of seconds'],
  ['max_age', 'soon', 'max_age has to be a number of seconds'],
] as const)('%s=%s is refused', async ([name, value, reason], { start, visitor }) => {
  const login = await start()

  const back = await visitor.leave(visitor.open(authorizeUrl(login, { [name]: value })))

  expect(back.searchParams.get('error')).toBe('invalid_request')
  expect(back.searchParams.get('error_description')).toBe(reason)
})

test('who was given a temporary password since begins with that', async ({ start, visitor }) => {
  const login = await start()
  await withApp(login, visitor)
  alterUser(login, ada.Username, { status: 'FORCE_CHANGE_PASSWORD' })

  const page = await visitor.open(authorizeUrl(login, { acr_values: level(4) }))

  expect(page.url.pathname).toBe('/login')
})

test('HEAD sends no code and begins nothing', async ({ start, visitor }) => {
  const login = await start()
  await withApp(login, visitor)

  const url = authorizeUrl(login, { acr_values: level(4) })
  const head = await visitor.request(url, { method: 'HEAD' })

  expect(head.status).toBe(405)
})
