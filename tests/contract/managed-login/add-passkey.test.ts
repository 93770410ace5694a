import { expect } from 'vitest'
import { createAuthenticator } from '../../support/user-pools/authenticator.ts'
import type { DomainLogin } from '../../support/managed-login/domain-login.ts'
import { fault, heading } from '../../support/managed-login/login-pages.ts'
import { createPageVisitor, type PageVisitor } from '../../support/managed-login/page-visitor.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'
import { test, choose, askForPasskey, field, options, send } from './passkey-pages.ts'

function addUrl(login: DomainLogin, parameters: Record<string, string> = {}): URL {
  const url = new URL('/passkeys/add', login.url)
  url.search = new URLSearchParams({
    client_id: redirectedClient.id,
    redirect_uri: 'https://app.example/callback',
    ...parameters,
  }).toString()
  return url
}

async function signInByPassword(login: DomainLogin, visitor: PageVisitor, person = ada) {
  let page = await choose(login, visitor, person.Username)
  if (page.url.pathname === '/selectFactor') page = await visitor.submit(page, 'Use password')
  return visitor.leave(visitor.submit(page, 'Sign in', { Password: person.Password }))
}

test('who is signed in at the domain adds a passkey there, and signs in by it', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  await signInByPassword(login, visitor)
  const authenticator = createAuthenticator()

  const shown = await visitor.open(addUrl(login))
  const back = await visitor.leave(send(visitor, shown, authenticator.create(options(shown))))
  const other = createPageVisitor()
  const asked = await askForPasskey(login, other)
  const signedIn = await other.leave(send(other, asked, authenticator.get(options(asked))))

  expect(heading(shown)).toBe('Set up sign-in with a passkey')
  expect(shown.document.querySelector('main')?.textContent).toContain(ada.Username)
  expect(options(shown)).toMatchObject({ rp: { id: 'localhost' }, excludeCredentials: [] })
  expect(back.href).toBe('https://app.example/callback?result=success')
  expect(signedIn.searchParams.has('code')).toBe(true)
})

test('nobody adds a passkey without a session, or for longer than it lasts', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  const back = await visitor.leave(visitor.open(addUrl(login)))
  await signInByPassword(login, visitor)
  const shown = await visitor.open(addUrl(login))
  login.clock.advance({ minutes: 61 })

  const late = await visitor.leave(
    send(visitor, shown, createAuthenticator().create(options(shown))),
  )

  expect(back.href).toBe('https://app.example/callback?result=invalid_session')
  expect(late.href).toBe('https://app.example/callback?result=invalid_session')
})

test('whoever thinks better of it is led back, and has no passkey', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  await signInByPassword(login, visitor)

  const back = await visitor.leave(visitor.submit(await visitor.open(addUrl(login)), 'Not now'))

  expect(back.href).toBe('https://app.example/callback?result=cancelled')
  expect((await choose(login, createPageVisitor())).url.pathname).toBe('/password')
})

test.for([
  ['of another site', { origin: 'https://evil.example' }],
  ['of another relying party', { relyingPartyId: 'evil.example' }],
  ['of another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
] as const)('a passkey %s is not added', async ([, oddities], { start, visitor }) => {
  const login = await start()
  await register(login)
  await signInByPassword(login, visitor)
  const shown = await visitor.open(addUrl(login, { lang: 'de' }))
  field(shown).value = JSON.stringify(createAuthenticator().create(options(shown), oddities))

  const page = await visitor.submit(shown, 'Passkey hinzufügen')

  expect([page.status, fault(page)]).toEqual([
    400,
    'Der Passkey wurde nicht angenommen. Versuchen Sie es noch einmal.',
  ])
})

test('a registration makes one passkey; the newest tab’s is the one that counts', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  await signInByPassword(login, visitor)
  const older = await visitor.open(addUrl(login))
  const newer = await visitor.open(addUrl(login))

  const refused = await send(visitor, older, createAuthenticator().create(options(older)))
  const head = await visitor.request(addUrl(login), { method: 'HEAD' })
  const authenticator = createAuthenticator()
  await visitor.leave(send(visitor, refused, authenticator.create(options(refused))))
  const again = await send(visitor, newer, createAuthenticator().create(options(newer)))

  expect(fault(refused)).toContain('No registration of a passkey is under way')
  expect(head.status).toBe(405)
  expect(again.status).toBe(400)
  expect(options(again).excludeCredentials.map(({ id }) => id)).toEqual([authenticator.id])
})

test('where there are no passkeys the page says so, and offers none', async ({
  start,
  visitor,
}) => {
  const login = await start({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] })
  await register(login)
  await signInByPassword(login, visitor)

  const page = await visitor.open(addUrl(login))
  const back = await visitor.leave(visitor.submit(page, 'Not now'))

  expect([page.status, fault(page)]).toEqual([400, 'Passkeys are not enabled for this user pool.'])
  expect(page.document.querySelector('[data-passkey]')).toBeNull()
  expect(back.searchParams.get('result')).toBe('cancelled')
})

test('the page goes back to the app’s own addresses alone, and the classic hosted UI has none', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const classic = await start({}, { managedLoginVersion: 1 })

  const foreign = await visitor.open(addUrl(login, { redirect_uri: 'https://evil.example/' }))
  const unknown = await visitor.open(addUrl(login, { client_id: 'nobody' }))
  const none = await createPageVisitor().open(addUrl(classic))

  expect([foreign.status, foreign.url.pathname]).toEqual([400, '/error'])
  expect(unknown.status).toBe(400)
  expect(none.status).toBe(404)
})

test('another site adds nothing', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  await signInByPassword(login, visitor)
  const shown = await visitor.open(addUrl(login))
  const credential = JSON.stringify(createAuthenticator().create(options(shown)))

  const answer = await visitor.request(addUrl(login), {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ credential }),
  })

  expect(answer.status).toBe(403)
})
