import { expect } from 'vitest'
import { test } from '../../support/stand-in.ts'

test('the link that the configuration gives leads to a page, which holds no token and no message', async ({
  standIn,
}) => {
  const response = await fetch(standIn.config.local!.consoleUrl)
  const page = await response.text()

  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(page).toContain('<h1>Inbox</h1>')
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
  }

  for (const [path, method] of [
    ['/_local', 'POST'],
    ['/_local/inbox.css', 'PUT'],
    ['/_local/messages', 'GET'],
    ['/_local/', 'GET'],
  ]) {
    const response = await fetch(`${standIn.url}${path}`, { method: method! })
    expect(response.status, path).toBe(401)
  }
})
