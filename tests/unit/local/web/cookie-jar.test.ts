import { expect, test } from 'vitest'
import { cookie, readCookie, setCookies } from '../../../../local/http/cookies.ts'
import { createCookieJar, withCookieJar } from '../../../../local/web/cookie-jar.ts'
import { createTestClock } from '../../../support/core/clock.ts'

const origin = 'https://demo.example'

test('a cookie comes with requests below its path, the longest path first', () => {
  const jar = createCookieJar(createTestClock())
  jar.keep(`${origin}/aws/login`, cookie('a', '1', 60, '/aws/'))
  jar.keep(`${origin}/aws/login`, cookie('b', '2=2', undefined, '/aws/social'))

  expect(jar.header(`${origin}/aws/login`)).toBe('a=1')
  expect(jar.header(`${origin}/aws/social`)).toBe('b=2=2; a=1')
  expect(jar.header(`${origin}/aws/social/google?x`)).toBe('b=2=2; a=1')
  expect(jar.header(`${origin}/aws/socially`)).toBe('a=1')
  expect(jar.header(`${origin}/elsewhere`)).toBe('')
})

test('a cookie goes when its time is over, when it is removed, and when another takes its place', () => {
  const clock = createTestClock()
  clock.stop()
  const jar = createCookieJar(clock)
  jar.keep(origin, cookie('short', '1', 60))
  jar.keep(origin, cookie('long', '2', 120))
  jar.keep(origin, cookie('gone', '3', 60))
  jar.keep(origin, cookie('gone', '', 0))
  jar.keep(origin, cookie('long', '4', 120))
  expect(jar.header(`${origin}/`)).toBe('short=1; long=4')

  clock.advance({ seconds: 60 })

  expect(jar.header(`${origin}/`)).toBe('long=4')
})

test('a service sees the cookies that it set before, and the length of a body', async () => {
  const seen: unknown[] = []
  const service = withCookieJar(async (request) => {
    const body = request.method === 'POST' ? await request.text() : undefined
    seen.push([readCookie(request, 'id'), body, request.headers.get('content-length')])
    return setCookies(new Response(), [cookie('id', 'me', 60)])
  }, createCookieJar(createTestClock()))

  await service(new Request(origin))
  await service(new Request(origin, { method: 'POST', body: 'é' }))

  expect(seen).toEqual([
    [undefined, undefined, null],
    ['me', 'é', '2'],
  ])
})
