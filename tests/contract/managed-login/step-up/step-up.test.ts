import { expect } from 'vitest'
import { codeOf } from '../../../support/user-pools/authenticator-app.ts'
import { createPageVisitor } from '../../../support/managed-login/page-visitor.ts'
import { addPasskey } from '../../../support/user-pools/passkeys.ts'
import { ada, register, signIn as signInByApi } from '../../../support/user-pools/people.ts'
import { addApp, appOn, prefer } from '../../../support/user-pools/second-factors.ts'
import { test, level, authorizeUrl, claimsOf, seconds, all, enterPassword } from './pages.ts'

test('a level is told in the tokens of a sign-in that was asked for one, and of no other', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)

  const plain = await visitor.leave(enterPassword(visitor, authorizeUrl(login)))
  const again = await visitor.leave(visitor.open(authorizeUrl(login, { acr_values: level(1) })))

  const [first, ...rest] = await claimsOf(login, plain)
  const { auth_time } = first ?? {}
  expect([first, ...rest]).toEqual(all({ auth_time }))
  expect(await claimsOf(login, again)).toEqual(all({ acr: level(1), amr: ['pwd'], auth_time }))
})

test.for(['30', '0'])(
  'a session older than max_age=%s signs in from scratch',
  async (max_age, { start, visitor }) => {
    const login = await start()
    await register(login)
    await visitor.leave(enterPassword(visitor, authorizeUrl(login)))
    login.clock.advance({ seconds: 40 })
    const asked = seconds(login)

    const url = authorizeUrl(login, { max_age, acr_values: level(1) })
    const page = await visitor.open(url)
    const back = await visitor.leave(enterPassword(visitor, url))

    expect(page.url.pathname).toBe('/login')
    const told = await claimsOf(login, back)
    const { auth_time } = told[0] ?? {}
    expect(told).toEqual(all({ acr: level(1), amr: ['pwd'], auth_time }))
    expect(auth_time).toBeGreaterThanOrEqual(asked)
  },
)

test('a first factor that does not lead there counts, and those that do are offered next', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  const { AccessToken } = await signInByApi(login)
  const authenticator = await addPasskey(login, AccessToken)

  const choice = await enterPassword(visitor, authorizeUrl(login, { acr_values: level(3) }))
  const session = visitor.cookies.get('cognito')
  const asked = await visitor.submit(choice, 'Use passkey')
  const input = asked.document.querySelector<HTMLInputElement>('input[data-passkey]')!
  input.value = authenticator.get(JSON.parse(input.dataset['options'] ?? '') as never)
  const back = await visitor.leave(visitor.submit(asked, 'Use passkey'))

  expect(choice.url.pathname).toBe('/selectFactor')
  const offered = choice.document.querySelectorAll('button[name=factor]')
  expect([...offered].map(({ textContent }) => textContent.trim())).toEqual([
    'Send code by email',
    'Use passkey',
  ])
  expect(session).toBeUndefined()
  expect((await claimsOf(login, back))[0]).toMatchObject({
    acr: level(3),
    amr: ['pwd', 'swk', 'mfa'],
  })
})

test('whoever cannot come up to a level is not signed in, and the app is told', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  const url = authorizeUrl(login, { acr_values: level(4) })

  const first = await visitor.leave(enterPassword(visitor, url))
  const session = visitor.cookies.get('cognito')
  await visitor.leave(enterPassword(visitor, authorizeUrl(login)))
  const later = await visitor.leave(visitor.open(url))

  for (const back of [first, later]) {
    expect(back.searchParams.get('error')).toBe('invalid_request')
    expect(back.searchParams.get('error_description')).toBe(
      'The user has no factors for any of acr_values',
    )
  }
  expect(session).toBeUndefined()
})

test('before a proof nobody is told apart by the level that is asked for', async ({ start }) => {
  const login = await start()
  await register(login)
  const buttonsFor = async (Email: string, parameters = {}) => {
    const visitor = createPageVisitor()
    const first = await visitor.open(authorizeUrl(login, parameters))
    const { document, status } = await visitor.submit(first, 'Next', { Email })
    return [status, ...[...document.querySelectorAll('button')].map(({ value }) => value)]
  }

  const expected = [200, 'PASSWORD', 'EMAIL_OTP']
  for (const Email of [ada.Username, 'nobody@example.com']) {
    expect(await buttonsFor(Email)).toEqual(expected)
    expect(await buttonsFor(Email, { acr_values: level(4) })).toEqual(expected)
  }
})

test('a pool of the tier Lite looks at no level', async ({ start, visitor }) => {
  const login = await start({ tier: 'LITE' })
  await register(login)
  const page = await visitor.open(authorizeUrl(login, { acr_values: level(4) }))

  const back = await visitor.leave(
    visitor.submit(page, 'Sign in', { Email: ada.Username, Password: ada.Password }),
  )

  const [told] = await claimsOf(login, back)
  expect(told).toEqual({ auth_time: told?.auth_time })
})

test('the classic hosted UI asks for a level, too', async ({ start, visitor }) => {
  const login = await start({}, { managedLoginVersion: 1 })
  await register(login)
  const { AccessToken } = await signInByApi(login)
  const secret = await addApp(login, AccessToken)
  await prefer(login, AccessToken, appOn)
  login.clock.advance({ seconds: 60 })

  const form = await visitor.open(authorizeUrl(login, { acr_values: level(4) }))
  const asked = await visitor.submit(form, 'Sign in', {
    Email: ada.Username,
    Password: ada.Password,
  })
  const Code = codeOf(secret, login.clock.now())
  const back = await visitor.leave(visitor.submit(asked, 'Continue', { Code }))

  expect((await claimsOf(login, back))[0]).toMatchObject({ acr: level(4) })
})
