import { expect } from 'vitest'
import { test, type Federation } from '../../../support/managed-login/federation.ts'
import { createPageVisitor } from '../../../support/managed-login/page-visitor.ts'

/** As a provider's own page has a browser post: from its site, without our cookies. */
function post(
  { url, provider }: Federation,
  fields: URLSearchParams | string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/oauth2/idpresponse`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: provider.endpoints.issuer,
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: fields,
  })
}

test('an answer that is posted from another site is fetched with our cookies, and finished', async ({
  federate,
}) => {
  const federation = await federate('SignInWithApple')
  const { provider, start, finish, url } = federation
  const place = await start()
  const answer = provider.agree(place)

  const response = await post(federation, answer.searchParams)

  expect(place.searchParams.get('response_mode')).toBe('form_post')
  expect(response.status).toBe(303)
  const next = new URL(response.headers.get('location')!, url)
  expect(next.href).not.toContain(answer.searchParams.get('code'))
  expect(next.href).not.toContain(answer.searchParams.get('state'))
  expect((await finish(next)).searchParams.has('code')).toBe(true)
})

test('what was posted is good once, for half a minute', async ({ federate }) => {
  const federation = await federate('SignInWithApple')
  const { provider, start, finish, url, visitor, runtime } = federation
  const posted = async () => {
    const response = await post(federation, provider.agree(await start()).searchParams)
    return new URL(response.headers.get('location')!, url)
  }
  const first = await posted()
  await finish(first)
  federation.forgetSession()
  const late = await posted()
  runtime.clock.advance({ seconds: 31 })

  for (const next of [first, late, new URL(`${url}/oauth2/idpresponse?posted=made-up`)]) {
    const page = await visitor.open(next)
    expect(page.status).toBe(400)
    expect(page.document.body.textContent).toContain('This sign-in cannot be finished here')
  }
})

test('what was posted is worth nothing in another browser', async ({ federate }) => {
  const federation = await federate('SignInWithApple')
  const { provider, start, url } = federation
  const response = await post(federation, provider.agree(await start()).searchParams)
  const next = new URL(response.headers.get('location')!, url)

  const page = await createPageVisitor().open(next)

  expect(page.status).toBe(400)
  expect(provider.asked).toEqual([])
})

test('a post without a state of ours is refused, and nothing of it is kept', async ({
  federate,
}) => {
  const federation = await federate('SignInWithApple')

  const response = await post(federation, new URLSearchParams({ code: 'x', state: 'made-up' }))

  expect(response.status).toBe(400)
  expect([...federation.runtime.store.table('managed-login/posted-answers').entries()]).toEqual([])
})

test.for([
  ['text/plain', 'state=x'],
  ['application/json', '{}'],
  ['application/x-www-form-urlencoded', 'state=x&state=y'],
  ['application/x-www-form-urlencoded', `state=${'x'.repeat(1 << 17)}`],
] as const)('a post of %s is refused', async ([type, body], { federate }) => {
  const federation = await federate('SignInWithApple')

  const response = await post(federation, body, { 'content-type': type })

  expect(response.headers.get('location')).toContain('/error?error=invalid_request')
})

test('somebody who cancels at Apple comes back to the app', async ({ federate }) => {
  const federation = await federate('SignInWithApple')
  const { start, finish, url } = federation
  const state = (await start()).searchParams.get('state')!
  const form = new URLSearchParams({ error: 'user_cancelled_authorize', state })

  const response = await post(federation, form)
  const callback = await finish(new URL(response.headers.get('location')!, url))

  expect(Object.fromEntries(callback.searchParams)).toEqual({
    error: 'access_denied',
    state: 'of-the-app',
  })
})

test.for([
  [{ name: { firstName: 'Ada', lastName: 'King' } }, 'Ada King'],
  [{ name: { firstName: ' Ada ' } }, 'Ada'],
  [{ name: 'Ada' }, undefined],
  [{ name: { firstName: ['Ada'] } }, undefined],
  ['null', undefined],
  ['{', undefined],
] as const)('of %o beside Apple’s code the name is %s', async ([user, name], { federate }) => {
  const federation = await federate('SignInWithApple')
  const { provider, start, finish, url, userPools, pool } = federation
  provider.person = { sub: '1026', email: 'ada@example.com' }
  const form = provider.agree(await start()).searchParams
  form.set('user', typeof user === 'string' ? user : JSON.stringify(user))

  const response = await post(federation, form)
  await finish(new URL(response.headers.get('location')!, url))

  expect(userPools.users.find(pool, 'signinwithapple_1026')?.attributes.name).toBe(name)
})

test('no address is taken from what the browser brings beside the code', async ({ federate }) => {
  const federation = await federate('SignInWithApple')
  const { provider, start, finish, url, userPools, pool } = federation
  provider.person = { sub: '1026' }
  const form = provider.agree(await start()).searchParams
  form.set('user', JSON.stringify({ email: 'boss@example.com', sub: 'boss', name: {} }))

  const response = await post(federation, form)
  await finish(new URL(response.headers.get('location')!, url))

  const user = userPools.users.find(pool, 'signinwithapple_1026')
  expect(user?.attributes).toEqual({})
})
