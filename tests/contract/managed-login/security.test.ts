import { expect } from 'vitest'
import { editTemplate } from '../../support/template/edit-template.ts'
import { callbackUrl, discover, startLogin } from '../../support/managed-login/managed-login.ts'
import { createPageVisitor, type VisitedPage } from '../../support/managed-login/page-visitor.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { test as base } from '../../support/stand-in.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

interface Fixtures {
  visitor: ReturnType<typeof createPageVisitor>
  page: VisitedPage
  /** Posts Ada's right password from wherever `headers` say, with or without the token. */
  post: (headers: Record<string, string>, changes?: Record<string, string>) => Promise<Response>
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  visitor: async ({}, use) => {
    await use(createPageVisitor())
  },
  page: async ({ standIn, cognito, visitor }, use) => {
    await addPerson(standIn, cognito, ada)
    const { url } = await startLogin(await discover(standIn), standIn)
    await use(await visitor.open(url))
  },
  post: async ({ visitor, page }, use) => {
    const _csrf = page.document.querySelector<HTMLInputElement>('[name=_csrf]')!.value
    await use((headers, changes = {}) => {
      const form = { _csrf, username: ada.email, password: ada.password, ...changes }
      return visitor.request(page.url, {
        method: 'POST',
        headers,
        body: new URLSearchParams(form),
      })
    })
  },
})

test('pages run no script, are framed by nobody, kept by nobody, and tell no other site', ({
  standIn,
  page,
}) => {
  const { headers } = page.response
  const app = new URL(callbackUrl(standIn)).origin

  expect(headers.get('content-security-policy')).toBe(
    `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${app}; frame-ancestors 'none'; base-uri 'none'`,
  )
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

test('error pages lead forms nowhere else', async ({ standIn }) => {
  const { headers } = await fetch(`${standIn.url}/oauth2/authorize?client_id=x`)

  expect(headers.get('content-security-policy')).toContain("form-action 'self';")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('a form may lead back to an app by its own scheme', async ({ standIn, visitor, page }) => {
  const url = callbackUrl(standIn)
  editTemplate(standIn, [`Default: ${url}`, 'Default: my-app://callback'])
  page.url.searchParams.set('redirect_uri', 'my-app://callback')

  const { response } = await visitor.open(page.url)

  expect(response.headers.get('content-security-policy')).toContain("form-action 'self' my-app:;")
})

test('the style comes from the domain itself', async ({ standIn, page }) => {
  const { document } = page
  const href = document.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? ''
  const icon = document.querySelector('link[rel=icon]')?.getAttribute('href') ?? ''

  const style = await fetch(new URL(href, standIn.url))

  expect(href).toMatch(/^\/[^/]/)
  expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(await style.text()).not.toContain('url(')
  expect((await fetch(new URL(icon, standIn.url))).headers.get('content-type')).toBe(
    'image/svg+xml',
  )
})

test('the pages have the colours of the template’s style', async ({ standIn, page }) => {
  const href = page.document.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? ''
  const colours = 'Settings: { components: { pageBackground: { lightMode: { color: a1b2c3ff } } } }'
  editTemplate(standIn, ['UseCognitoProvidedValues: true', colours])

  const ofClient = await fetch(new URL(href, standIn.url))
  const ofNobody = await fetch(`${standIn.url}/managed-login/style.css?client_id=x`)

  expect(await ofClient.text()).toContain('--page: #a1b2c3ff;')
  expect(await ofNobody.text()).not.toContain('a1b2c3ff')
})

test('a post from the page itself signs in', async ({ standIn, post }) => {
  const ours = { origin: standIn.url, 'sec-fetch-site': 'same-origin' }

  expect((await post(ours)).status).toBe(302)
})

const elsewhere: Record<string, string>[] = [
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example' },
  { origin: 'http://localhost:1' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  // Another port of this computer: whatever else is being developed here.
  { 'sec-fetch-site': 'same-site' },
]

test.for(elsewhere)(
  'a post with %o is refused, right as it is',
  async (headers, { visitor, post }) => {
    const response = await post(headers)

    expect(response.status).toBe(403)
    expect(await response.text()).toContain('Another website tried to send this form.')
    expect(visitor.cookies.get('cognito')).toBeUndefined()
  },
)

test('a post without the token of this browser is refused', async ({ standIn, visitor, post }) => {
  const { url } = await startLogin(await discover(standIn), standIn)
  const { document } = await createPageVisitor().open(url)
  const ofAnother = document.querySelector<HTMLInputElement>('[name=_csrf]')!.value
  const own = visitor.cookies.get('XSRF-TOKEN')!

  for (const _csrf of ['', ofAnother, own, 'x']) {
    const response = await post({}, { _csrf })

    expect(response.status).toBe(403)
    expect(await response.text()).toContain('Something went wrong')
  }
  visitor.cookies.set('XSRF-TOKEN', 'chosen-by-a-stranger')
  expect((await post({})).status).toBe(403)
  expect(visitor.cookies.get('cognito')).toBeUndefined()
})

test('a post of another content type is refused', async ({ visitor, page }) => {
  const response = await visitor.request(page.url, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: 'username=x',
  })

  expect(response.headers.get('location')).toContain('/error?error=invalid_request')
})

test('signing in leads to the registered URI, whatever the form says', async ({
  standIn,
  post,
}) => {
  const response = await post(
    {},
    { redirect_uri: 'https://evil.example/', next: '//evil.example', state: 'forged' },
  )

  const location = new URL(response.headers.get('location') ?? '')
  expect(location.href.startsWith(`${callbackUrl(standIn)}?code=`)).toBe(true)
  expect(location.searchParams.get('state')).not.toBe('forged')
})

test('the error page shows what was sent as text, and only errors that there are', async ({
  standIn,
}) => {
  const visitor = createPageVisitor()
  const url = new URL(`${standIn.url}/error`)
  url.search = new URLSearchParams({
    error: 'redirect_mismatch',
    client_id: standIn.config.userPoolClientId,
    parameter: '<img src=x onerror=alert(1)>',
    sent: '<script>alert(1)</script>',
  }).toString()

  const page = await visitor.open(url)
  expect(page.document.querySelectorAll('script, img:not(.brand > img)')).toHaveLength(0)
  expect(page.document.querySelector('code')?.textContent).toBe('<img src=x onerror=alert(1)>')

  const other = await visitor.open(`${standIn.url}/error?error=call+0800&sent=call+0800`)
  expect(other.status).toBe(400)
  expect(other.document.body.textContent).not.toContain('0800')
})

test('what a browser hands from page to page proves nothing', async ({ visitor, page }) => {
  const url = new URL(page.url)
  url.pathname = '/changePassword'
  const forged = [
    { session: 'made-up' },
    { username: ['a'], notice: 'a notice of mine', session: 7 },
    'not an object',
  ]

  for (const data of forged) {
    visitor.cookies.set('page-data', Buffer.from(JSON.stringify(data)).toString('base64url'))
    const shown = await visitor.open(url)

    expect(shown.url.pathname).toBe('/login')
    expect(shown.document.body.textContent).not.toContain('a notice of mine')
  }
  visitor.cookies.set('page-data', '%%%')
  expect((await visitor.open(url)).url.pathname).toBe('/login')
})
