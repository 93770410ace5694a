import { runInNewContext } from 'node:vm'
import { expect, test as plain } from 'vitest'
import { createConsolePages } from '../../../local/local-api/console/console-pages.ts'
import { callLocalApi } from '../../support/local-api.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'

test('the link that the configuration gives leads to a page, which holds no token and no message', async ({
  standIn,
}) => {
  const response = await fetch(standIn.config.local!.consoleUrl)
  const page = await response.text()

  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(page).toContain('<title>Local AWS</title>')
  expect(page).toContain('<div id="root"></div>')
  expect(page).not.toContain(standIn.adminToken)
})

test('the page runs its own script alone, talks to its own origin alone, and stands in no frame', async ({
  standIn,
}) => {
  const response = await fetch(`${standIn.url}/_local`)
  const page = await response.text()

  expect(response.headers.get('content-security-policy')?.split('; ')).toEqual([
    "default-src 'none'",
    "connect-src 'self'",
    "frame-src 'self'",
    "img-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle="|\son\w+=/)
})

test('what the page is made of is there, and nothing else is without a token', async ({
  standIn,
}) => {
  const page = await (await fetch(`${standIn.url}/_local`)).text()
  const made = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '')
  expect(made).toHaveLength(3)
  for (const path of made) {
    const response = await fetch(new URL(path, `${standIn.url}/_local`))
    expect(response.status, path).toBe(200)
    expect((await response.text()).length, path).toBeGreaterThan(100)
  }

  for (const [path, method] of [
    ['/_local', 'POST'],
    ['/_local/console.css', 'PUT'],
    ['/_local/messages', 'GET'],
    ['/_local/', 'GET'],
    ['/_local/mail/none', 'GET'],
    ['/_local/constructor', 'GET'],
  ]) {
    const response = await fetch(`${standIn.url}${path}`, { method: method! })
    expect(response.status, path).toBe(401)
  }
})

/** Invites somebody into a pool of their own, whose mail is made of this. */
async function invite(standIn: TestStandIn, EmailMessage: string) {
  const call = async (operation: string, input: object) => {
    const response = await callLocalApi(standIn, `/_local/calls/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    return (await response.json()) as { UserPool: { Id: string } }
  }
  const { UserPool } = await call('CreateUserPool', {
    PoolName: 'invitations',
    AutoVerifiedAttributes: ['email'],
    AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage, EmailSubject: 'Welcome' } },
  })
  await call('AdminCreateUser', {
    UserPoolId: UserPool.Id,
    Username: 'grace',
    DesiredDeliveryMediums: ['EMAIL'],
    UserAttributes: [{ Name: 'email', Value: 'grace@example.com' }],
  })
}

const mail = '<p style="color: teal">{username}: {####}</p><script>alert(1)</script>'

test('a mail is shown for a minute at an address of its own, where nothing of it runs or is loaded', async ({
  standIn,
  clock,
}) => {
  await invite(standIn, mail)
  const [message] = standIn.outbox
  const opened = await callLocalApi(standIn, `/_local/messages/${message!.id}`, { method: 'POST' })
  const { path } = (await opened.json()) as { path: string }

  const shown = await fetch(standIn.url + path)

  expect(shown.status).toBe(200)
  expect(await shown.text()).toContain(message!.body)
  expect(message!.body).toContain('<script>')
  expect(shown.headers.get('content-security-policy')?.split('; ')).toEqual([
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ])
  expect(shown.headers.get('cache-control')).toBe('no-store')
  clock.advance({ minutes: 1 })
  expect((await fetch(standIn.url + path)).status).toBe(401)
})

test('what is no mail has no such address', async ({ standIn }) => {
  const none = await callLocalApi(standIn, '/_local/messages/none', { method: 'POST' })

  expect(none.status).toBe(404)
})

plain('where the console cannot be built the page says so, and the log why', async () => {
  const logged: unknown[] = []
  const log = {
    info() {},
    warn() {},
    error: (_message: string, cause: unknown) => logged.push(cause),
  }
  const cause = new Error('Vite is not installed')
  const pages = createConsolePages(() => Promise.reject(cause), log)

  const script = await (await pages.get('/_local/console.js')!()).text()

  const root = { textContent: '' }
  runInNewContext(script, { document: { getElementById: () => root } })
  expect(root.textContent).toContain('could not be built')
  expect(logged).toEqual([cause])
})

plain('a local AWS that has no console says so in its place', async () => {
  const log = { info() {}, warn() {}, error() {} }
  const pages = createConsolePages(undefined, log)

  expect([...pages.keys()]).toEqual(['/_local'])
  expect(await (await pages.get('/_local')!()).text()).toContain('without its console')
})
