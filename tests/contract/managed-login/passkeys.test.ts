import { expect } from 'vitest'
import { alterUser } from '../../support/user-pools/alter-user.ts'
import type { DomainLogin } from '../../support/managed-login/domain-login.ts'
import { fault, heading } from '../../support/managed-login/login-pages.ts'
import { createPageVisitor, type VisitedPage } from '../../support/managed-login/page-visitor.ts'
import { addPasskey } from '../../support/user-pools/passkeys.ts'
import { ada, register, signIn as signInByApi } from '../../support/user-pools/people.ts'
import { test, choose, askForPasskey, field, options, send } from './passkey-pages.ts'

const grace = { ...ada, Username: 'grace@example.com' }
const unusable = 'This passkey cannot be used here.'

async function withPasskey(login: DomainLogin, person = ada) {
  await register(login, person)
  const { AccessToken } = await signInByApi(login, person)
  return addPasskey(login, AccessToken)
}

test('a passkey signs in at the domain, once', async ({ start, visitor }) => {
  const login = await start()
  const authenticator = await withPasskey(login)

  const asked = await askForPasskey(login, visitor)
  const credential = authenticator.get(options(asked))
  const back = await visitor.leave(send(visitor, asked, credential))
  const again = await send(visitor, asked, credential)

  expect([asked.url.pathname, heading(asked)]).toEqual(['/passkey', 'Use your passkey'])
  expect(options(asked)).toMatchObject({
    rpId: 'localhost',
    userVerification: 'preferred',
    allowCredentials: [{ type: 'public-key', id: authenticator.id }],
  })
  expect(back.searchParams.has('code')).toBe(true)
  expect(again.url.pathname).toBe('/login')
})

test('a passkey is a way of those who have one alone', async ({ start, visitor }) => {
  const login = await start()
  await withPasskey(login)
  await register(login, grace)

  for (const Email of [grace.Username, 'nobody@example.com']) {
    expect((await choose(login, createPageVisitor(), Email)).url.pathname).toBe('/password')
  }
  expect((await choose(login, visitor)).url.pathname).toBe('/selectFactor')
})

test('a reload asks for the same to be signed, and the script starts by itself but once', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const authenticator = await withPasskey(login)
  const asked = await askForPasskey(login, visitor)

  const reloaded = await visitor.open(asked.url)
  const wrong = await send(visitor, reloaded, authenticator.get(options(reloaded), { flags: 0 }))
  const back = await visitor.leave(send(visitor, wrong, authenticator.get(options(wrong))))

  expect(options(reloaded)).toEqual(options(asked))
  expect(field(reloaded).hasAttribute('data-starts')).toBe(true)
  expect(field(wrong).hasAttribute('data-starts')).toBe(false)
  expect(back.searchParams.has('code')).toBe(true)
})

test.for([
  ['of another site', { origin: 'https://evil.example' }],
  ['of another relying party', { relyingPartyId: 'evil.example' }],
  ['of another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
  ['without anybody present', { flags: 0 }],
] as const)('a signature %s lets nobody in', async ([, oddities], { start, visitor }) => {
  const login = await start()
  const authenticator = await withPasskey(login)
  const asked = await askForPasskey(login, visitor)

  const page = await send(visitor, asked, authenticator.get(options(asked), oddities))

  expect([page.url.pathname, page.status, fault(page)]).toEqual(['/passkey', 400, unusable])
})

test.for(['{}', 'no JSON', '[]'])('%j is no passkey', async (credential, { start, visitor }) => {
  const login = await start()
  await withPasskey(login)
  const asked = await askForPasskey(login, visitor)

  const page = await send(visitor, asked, credential)

  expect([page.status, fault(page)]).toEqual([400, unusable])
})

test('the passkey of another person lets nobody in', async ({ start, visitor }) => {
  const login = await start()
  await withPasskey(login)
  const ofGrace = await withPasskey(login, grace)
  const asked = await askForPasskey(login, visitor)

  const page = await send(visitor, asked, ofGrace.get(options(asked)))

  expect([page.status, fault(page)]).toEqual([400, unusable])
})

test('whoever guesses signatures is sent back after the twentieth', async ({ start, visitor }) => {
  const login = await start()
  const authenticator = await withPasskey(login)
  const asked = await askForPasskey(login, visitor)
  let page = asked

  for (let tries = 0; tries < 20; tries += 1) {
    page = await send(visitor, asked, authenticator.get(options(asked), { flags: 0 }))
  }
  const late = await send(visitor, asked, authenticator.get(options(asked)))

  expect(page.url.pathname).toBe('/login')
  expect(late.url.pathname).toBe('/login')
})

test('without a script the page says what is missing, and leads to the other ways', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await withPasskey(login)
  const asked = await askForPasskey(login, visitor)

  const page = await visitor.submit(asked, 'Use passkey')
  const choice = await visitor.follow(page, 'Sign in another way')

  expect(asked.document.querySelector('noscript')?.textContent).toContain('JavaScript')
  expect([page.status, fault(page)]).toEqual([
    400,
    'A passkey needs JavaScript, and this browser runs none here.',
  ])
  expect(choice.url.pathname).toBe('/selectFactor')
})

test('a passkey that comes too late, or whose user is disabled by now, lets nobody in', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const authenticator = await withPasskey(login)
  const asked = await askForPasskey(login, visitor)
  alterUser(login, ada.Username, { enabled: false })

  const disabled = await send(visitor, asked, authenticator.get(options(asked)))
  alterUser(login, ada.Username, { enabled: true })
  login.clock.advance({ minutes: 4 })
  const late = await send(visitor, asked, authenticator.get(options(asked)))

  expect(fault(disabled)).toBe('User is disabled.')
  expect(late.url.pathname).toBe('/login')
})

test('only the pages of passkeys run a script: one, of the domain’s own', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await withPasskey(login)

  const choice = await choose(login, visitor)
  const asked = await visitor.submit(choice, 'Use passkey')
  const src = asked.document.querySelector('script')?.getAttribute('src') ?? ''
  const script = await visitor.request(new URL(src, login.url))
  const policyOf = ({ response }: VisitedPage) => response.headers.get('content-security-policy')

  expect(policyOf(choice)).not.toContain('script-src')
  expect(policyOf(asked)).toContain("script-src 'self';")
  expect(asked.document.querySelectorAll('script')).toHaveLength(1)
  expect(asked.document.querySelector('script')?.textContent).toBe('')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})
