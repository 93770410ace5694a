import { expect, test } from 'vitest'
import type { Exchange } from '../../../../src/recorder/exchange.ts'
import { toMermaid } from '../../../../src/recorder/export.ts'
import { journeysOf } from '../../../../src/recorder/journeys.ts'
import { requestOf, withServerSteps } from '../../../../src/recorder/local-aws/join-log.ts'
import type { ServerRequest } from '../../../../src/recorder/local-aws/server-log.ts'

const began = Date.parse('2026-11-30T10:00:00.000Z')
const browser = 'Mozilla/5.0'

function exchange(id: string, atMs: number, more: Partial<Exchange>): Exchange {
  const nothing = { headers: {}, body: undefined }
  return {
    ...{
      id,
      startedAtMs: began + atMs,
      durationMs: 0,
      to: 'domain',
      operation: 'oauth2/authorize',
    },
    ...{ variant: undefined, method: 'GET', url: 'https://example.com/', status: 0 },
    ...{ error: undefined, request: nothing, response: nothing, tokens: [] },
    ...more,
  }
}

function request(id: string, atMs: number, operation: string, more = {}): ServerRequest {
  return {
    ...{ id, machineAt: new Date(began + atMs).toISOString(), durationMs: 2, status: 302 },
    ...{ service: 'managed-login', operation, userAgent: browser },
    ...more,
  }
}

const leaving = exchange('leaving', 0, { variant: 'Google' })
const back = exchange('back', 900, { operation: 'callback' })
const token = exchange('token', 910, {
  ...{ operation: 'oauth2/token', method: 'POST', status: 200, durationMs: 20 },
})
const social = { service: 'social-providers', status: 200 }
const log = [
  request('1', 40, 'GET /oauth2/authorize'),
  request('2', 60, 'GET /social/google/authorize', social),
  request('3', 61, 'GET /social/google/style.css', social),
  request('4', 70, 'GET /login', { userAgent: 'curl/8' }),
  request('5', 800, 'GET /oauth2/idpresponse'),
  request('6', 805, 'POST /social/google/token', { ...social, userAgent: undefined }),
  request('7', 912, 'POST /oauth2/token', { status: 200 }),
  request('8', 2000, 'GET /login'),
].toReversed()

test('between leaving and coming back stands what browser and domain asked elsewhere, and of nobody else', () => {
  const all = withServerSteps([leaving, back, token], log, browser)

  const drawn = all.map(({ from = 'browser', to, operation }) => `${from} > ${to} ${operation}`)
  expect(drawn).toEqual([
    'browser > domain oauth2/authorize',
    'browser > provider authorize',
    'browser > domain oauth2/idpresponse',
    'domain > provider token',
    'browser > domain callback',
    'browser > domain oauth2/token',
  ])
  expect(journeysOf(all).map(({ kind, exchanges }) => `${kind} ${exchanges.length}`)).toEqual([
    'redirect 6',
  ])
  const diagram = toMermaid(all, String, ({ operation }) => operation)
  expect(diagram).toContain('  domain->>provider: token (token)')
  expect(diagram).toContain('  provider-->>domain: 200, 2 ms')
})

test('a step is found by the id of its answer, and where there is none by what was asked, and when', () => {
  const later = exchange('later', 5000, { operation: 'oauth2/token', method: 'POST' })
  const s3 = exchange('s3', 910, {
    ...{ to: 's3', operation: 'PutObject', status: 200 },
    response: { headers: { 'x-amz-request-id': 'ABC' }, body: undefined },
  })
  const written = request('9', 0, 'PutObject', { service: 's3', requestId: 'ABC' })

  expect(requestOf(leaving, log)?.id).toBe('1')
  expect(requestOf(token, log)?.id).toBe('7')
  expect(requestOf(later, log)).toBeUndefined()
  expect(requestOf(s3, [...log, written])?.id).toBe('9')
  expect(requestOf(back, log)).toBeUndefined()
})
