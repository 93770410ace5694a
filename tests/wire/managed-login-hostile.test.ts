import { expect } from 'vitest'
import { jsonRoutes, pageRoutes } from '../../local/managed-login/routes.ts'
import { createPageVisitor } from '../support/managed-login/page-visitor.ts'
import { test } from '../support/stand-in.ts'

const long = 'x'.repeat(12_000)
const queries = [
  '',
  '?',
  '?client_id',
  '?client_id=__proto__&redirect_uri=constructor',
  '?client_id=%ff%fe&redirect_uri=%00',
  '?client_id=%&%=%',
  '?__proto__[client_id]=x',
  `?client_id=${long}`,
  '?client_id=a&client_id=b',
  '?error=__proto__',
  '?error=toString&sent=1',
  '?error=a&error=b',
  '?confirmation_code=1',
  '?redirect_uri=%0d%0aset-cookie:%20a=b',
]
const bodies = [
  '',
  'grant_type=__proto__',
  'grant_type=authorization_code&client_id=%ff&code=%00&redirect_uri=%0d%0a',
  `grant_type=refresh_token&client_id=${long}&refresh_token=${long}`,
  'grant_type=refresh_token&client_id=a&refresh_token=e30.e30.e30',
  '=&=&%=%',
  'token=%ed%a0%80&client_id=x',
]
const cookies = ['cognito', 'cognito=', 'page-data=e30; cognito=%00; XSRF-TOKEN=;', '=; ;;=x']

/** With GET and POST, whatever is sent with them. */
function requests(path: string): Request[] {
  const url = new URL(path, 'http://localhost')
  const type = 'application/x-www-form-urlencoded'
  return cookies.flatMap((cookie) => [
    new Request(url, { headers: { cookie, authorization: 'Bearer e30.e30.e30' } }),
    ...bodies.map(
      (body) =>
        new Request(url, { method: 'POST', body, headers: { cookie, 'content-type': type } }),
    ),
  ])
}

test.for([...pageRoutes.keys(), ...jsonRoutes.keys()])(
  '%s answers whatever is sent, without a fault and without leading elsewhere',
  async (path, { standIn }) => {
    for (const query of queries) {
      for (const request of requests(`${path}${query}`)) {
        const { method, headers } = request
        const response = await fetch(`${standIn.url}${path}${query}`, {
          method,
          headers,
          redirect: 'manual',
          ...(method === 'POST' && { body: await request.text() }),
        })
        await response.arrayBuffer()

        expect(response.status, `${method} ${path}${query}`).toBeLessThan(500)
        const location = response.headers.get('location')
        if (location !== null) expect(location).toMatch(/^\/error\?/)
      }
    }
  },
)

test('a redirect URI too long to be shown is cut', async ({ standIn }) => {
  const url = new URL(`${standIn.url}/oauth2/authorize`)
  url.searchParams.set('client_id', standIn.config.userPoolClientId)
  url.searchParams.set('redirect_uri', `https://evil.example/${'é'.repeat(2000)}`)

  const page = await createPageVisitor().open(url)

  expect(page.status).toBe(400)
  expect(page.document.body.textContent).toContain('The redirect URI is not registered')
})
