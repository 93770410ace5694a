import { expect } from 'vitest'
import { alterUser } from '../../support/alter-user.ts'
import { createAuthenticator } from '../../support/authenticator.ts'
import { withDefaults, type DomainLogin } from '../../support/domain-login.ts'
import { fault, heading } from '../../support/login-pages.ts'
import {
  createPageVisitor,
  type PageVisitor,
  type VisitedPage,
} from '../../support/page-visitor.ts'
import { addPasskey } from '../../support/passkeys.ts'
import { ada, register, signIn as signInByApi } from '../../support/people.ts'
import { redirectedClient } from '../../support/start-managed-login.ts'

const test = withDefaults({
  clients: [redirectedClient],
  allowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'],
})

const grace = { ...ada, Username: 'grace@example.com' }
const unusable = 'This passkey cannot be used here.'

interface Options {
  challenge: string
  rpId: string
  rp: { id: string }
  allowCredentials: { id: string }[]
  excludeCredentials: { id: string }[]
}

async function withPasskey(login: DomainLogin, person = ada) {
  await register(login, person)
  const { AccessToken } = await signInByApi(login, person)
  return addPasskey(login, AccessToken)
}

async function choose(login: DomainLogin, visitor: PageVisitor, Email = ada.Username) {
  return visitor.submit(await visitor.open(login.loginUrl), 'Next', { Email })
}

async function askForPasskey(login: DomainLogin, visitor: PageVisitor) {
  return visitor.submit(await choose(login, visitor), 'Use passkey')
}

function field({ document }: VisitedPage): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>('input[data-passkey]')
  if (!input) throw new Error(`${document.title} asks for no passkey`)
  return input
}

function options(page: VisitedPage): Options {
  return JSON.parse(field(page).dataset['options'] ?? '') as Options
}

/** What the page's script does with what the browser gives it. */
function send(visitor: PageVisitor, page: VisitedPage, credential: string | object) {
  const input = field(page)
  input.value = typeof credential === 'string' ? credential : JSON.stringify(credential)
  return visitor.submit(page, input.dataset['passkey'] === 'get' ? 'Use passkey' : 'Add passkey')
}

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
