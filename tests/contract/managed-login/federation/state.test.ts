import { expect } from 'vitest'
import { test, type Federation } from '../../../support/managed-login/federation.ts'
import {
  createPageVisitor,
  type PageVisitor,
  type VisitedPage,
} from '../../../support/managed-login/page-visitor.ts'

const cannotFinish = 'This sign-in cannot be finished here'

async function refusedPage(
  { url }: Federation,
  visitor: PageVisitor,
  answer: URL,
): Promise<VisitedPage> {
  const page = await visitor.open(answer)

  expect(page.status).toBe(400)
  expect(page.document.body.textContent).toContain(cannotFinish)
  expect(page.url.origin).toBe(url)
  expect(visitor.cookies.get('cognito') ?? '').toBe('')
  return page
}

test('a state that nobody made is refused on a page, and no code is shown to anybody', async ({
  federate,
}) => {
  const federation = await federate('Google')
  const { provider, start, visitor } = federation
  const answer = provider.agree(await start())
  for (const state of ['made-up', '', undefined]) {
    const forged = new URL(answer)
    if (state === undefined) forged.searchParams.delete('state')
    else forged.searchParams.set('state', state)

    await refusedPage(federation, visitor, forged)
  }

  expect(provider.asked).toEqual([])
})

test('an answer is refused in another browser, and stays good in its own', async ({ federate }) => {
  const federation = await federate('Google')
  const { provider, start, finish } = federation
  const answer = provider.agree(await start())

  await refusedPage(federation, createPageVisitor(), answer)
  const other = createPageVisitor()
  await start({}, other)
  await refusedPage(federation, other, answer)

  expect(provider.asked).toEqual([])
  expect((await finish(answer)).searchParams.has('code')).toBe(true)
})

test('an answer is good once', async ({ federate }) => {
  const federation = await federate('Google')
  const { provider, start, finish, visitor, forgetSession } = federation
  const answer = provider.agree(await start())
  await finish(answer)
  const asked = provider.asked.length
  forgetSession()

  const page = await visitor.open(answer)

  expect(page.status).toBe(400)
  expect(page.document.body.textContent).toContain(cannotFinish)
  expect(provider.asked).toHaveLength(asked)
})

test('Back to a sign-in that is done finds a way to the app, in its own browser alone', async ({
  federate,
}) => {
  const federation = await federate('Google')
  const { provider, start, finish, visitor, forgetSession } = federation
  const answer = provider.agree(await start())
  await finish(answer)
  forgetSession()
  const linksOf = ({ document }: VisitedPage) =>
    [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))

  const again = await refusedPage(federation, visitor, answer)
  expect(linksOf(again)).toEqual(['https://app.example/'])
  expect(linksOf(await refusedPage(federation, visitor, answer))).toEqual(['https://app.example/'])

  const other = createPageVisitor()
  await start({}, other)
  expect(linksOf(await refusedPage(federation, other, answer))).toEqual([])
})

test('HEAD uses up no answer', async ({ federate }) => {
  const { provider, start, finish, visitor } = await federate('Google')
  const answer = provider.agree(await start())

  const head = await visitor.request(answer, { method: 'HEAD' })

  expect([head.status, head.headers.get('allow')]).toEqual([405, 'GET, POST'])
  expect(provider.asked).toEqual([])
  expect((await finish(answer)).searchParams.has('code')).toBe(true)
})

test('of two uses of an answer at once one is refused', async ({ federate }) => {
  const { provider, start, visitor } = await federate('Google')
  const answer = provider.agree(await start())

  const responses = await Promise.all([visitor.request(answer), visitor.request(answer)])

  expect(responses.map(({ status }) => status).sort()).toEqual([302, 400])
})

test('two tabs sign in side by side', async ({ federate }) => {
  const { provider, start, finish } = await federate('Google')
  const first = await start({ state: 'first' })
  const second = await start({ state: 'second' })

  const firstCallback = await finish(provider.agree(first))
  const secondCallback = await finish(provider.agree(second))

  expect(firstCallback.searchParams.get('state')).toBe('first')
  expect(secondCallback.searchParams.get('state')).toBe('second')
})

test('a sign-in may be at its provider for a quarter of an hour', async ({ federate }) => {
  const federation = await federate('Google')
  const { provider, start, finish, runtime, visitor, forgetSession } = federation
  const first = await start()
  runtime.clock.advance({ minutes: 14 })
  expect((await finish(provider.agree(first))).searchParams.has('code')).toBe(true)

  forgetSession()
  const second = await start()
  runtime.clock.advance({ minutes: 16 })
  await refusedPage(federation, visitor, provider.agree(second))
})

test('only hashes of state and browser are kept', async ({ federate }) => {
  const { start, runtime, visitor } = await federate('Google')

  const state = (await start()).searchParams.get('state')!

  const kept = JSON.stringify([...runtime.store.table('managed-login/federation-states').entries()])
  expect(state).toMatch(/^[\w-]{43}$/)
  expect(kept).not.toContain(state)
  expect(kept).not.toContain(visitor.cookies.get('csrf-state'))
})

test('an answer that names another issuer goes back to the app, its code shown to nobody', async ({
  federate,
}) => {
  const { provider, start, finish } = await federate('Google')
  const answer = provider.agree(await start())
  answer.searchParams.set('iss', 'https://evil.example')

  const callback = await finish(answer)

  expect(Object.fromEntries(callback.searchParams)).toEqual({
    error: 'invalid_request',
    error_description: 'The answer is not from the identity provider that was asked',
    state: 'of-the-app',
  })
  expect(provider.asked).toEqual([])
})

test('an answer that names its issuer is taken', async ({ federate }) => {
  const { provider, start, finish } = await federate('Google')
  const answer = provider.agree(await start())
  answer.searchParams.set('iss', provider.endpoints.issuer)

  expect((await finish(answer)).searchParams.has('code')).toBe(true)
})

test('a code goes to the provider that the sign-in was started at, whatever the answer says', async ({
  federate,
}) => {
  const { provider, start, finish } = await federate('Google')
  const answer = provider.agree(await start())
  answer.searchParams.set('identity_provider', 'Facebook')
  answer.searchParams.set('redirect_uri', 'https://evil.example/')

  const callback = await finish(answer)

  expect(callback.origin).toBe('https://app.example')
  expect(provider.asked[0]?.url.href).toBe(provider.endpoints.tokenUrl)
})

test('a parameter that comes twice is refused', async ({ federate }) => {
  const { provider, start, visitor } = await federate('Google')
  const answer = provider.agree(await start())
  answer.searchParams.append('state', 'another')

  const page = await visitor.open(answer)

  expect(page.url.searchParams.get('error')).toBe('invalid_request')
  expect(provider.asked).toEqual([])
})

test('a code of another sign-in is refused by the provider, for its verifier is another', async ({
  federate,
}) => {
  const { provider, start, finish } = await federate('Google')
  const attacker = createPageVisitor()
  const stolen = provider.agree(await start({}, attacker)).searchParams.get('code')!
  const answer = provider.agree(await start())
  answer.searchParams.set('code', stolen)

  const callback = await finish(answer)

  expect(callback.searchParams.get('error_description')).toBe('Google Error - 400 invalid_grant')
})

test('a browser is known by nothing but what was made for it', async ({ federate }) => {
  const { start, visitor } = await federate('Google')

  for (const planted of ['', 'x', 'a b', 'a'.repeat(44)]) {
    visitor.cookies.set('csrf-state', planted)
    await start()

    expect(visitor.cookies.get('csrf-state')).toMatch(/^[\w-]{43}$/)
  }
})
