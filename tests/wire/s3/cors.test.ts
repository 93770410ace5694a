import { expect, test } from 'vitest'
import type { CorsRule } from '../../../local/s3/config.ts'
import { bucketName, createTestS3, region, type TestS3 } from '../../support/s3/s3.ts'
import { signRequest } from '../../support/s3/sign.ts'

const url = `http://localhost:9230/${bucketName}/a.txt`
const app = 'http://localhost:5173'
const rule: CorsRule = {
  allowedOrigins: [app, 'https://*.example.com'],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: ['*'],
  exposedHeaders: ['ETag', 'x-amz-request-id'],
  maxAgeSeconds: 3000,
}

function preflight(s3: TestS3, headers: Record<string, string>): Promise<Response> {
  return s3.fetch(
    new Request(url, {
      method: 'OPTIONS',
      headers: { origin: app, 'access-control-request-method': 'PUT', ...headers },
    }),
  )
}

test('a preflight is answered by the rule that allows it', async () => {
  const s3 = createTestS3({ corsRules: [{ ...rule, allowedMethods: ['HEAD'] }, rule] })

  const response = await preflight(s3, {
    'access-control-request-headers': 'Authorization, x-amz-date',
  })

  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': app,
    'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-headers': 'authorization, x-amz-date',
    'access-control-expose-headers': 'ETag, x-amz-request-id',
    'access-control-max-age': '3000',
    'access-control-allow-credentials': 'true',
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  })
})

test.each([
  ['an origin with another port', { origin: 'http://localhost:5174' }, rule],
  ['an origin that only begins alike', { origin: `${app}.evil.example` }, rule],
  ['an origin in another case', { origin: 'HTTP://localhost:5173' }, rule],
  ['a host that only ends alike', { origin: 'https://evilexample.com' }, rule],
  ['a method', { 'access-control-request-method': 'DELETE' }, rule],
  [
    'a header',
    { 'access-control-request-headers': 'x-other' },
    { ...rule, allowedHeaders: ['authorization', 'x-amz-*'] },
  ],
])('a preflight for %s that no rule allows is refused', async (_, headers, corsRule) => {
  const s3 = createTestS3({ corsRules: [corsRule] })

  const response = await preflight(s3, headers)
  const text = await response.text()

  expect(response.status).toBe(403)
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  expect(text).toContain('<Code>AccessForbidden</Code>')
  expect(text).toContain(
    'CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin',
  )
})

test('patterns stand for a part of an origin or header', async () => {
  const s3 = createTestS3({ corsRules: [{ ...rule, allowedHeaders: ['X-Amz-*'] }] })

  const response = await preflight(s3, {
    origin: 'https://shop.example.com',
    'access-control-request-headers': 'x-amz-date',
  })

  expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example.com')
})

test('a rule for everyone names everyone, and allows no credentials', async () => {
  const s3 = createTestS3({ corsRules: [{ ...rule, allowedOrigins: ['*'] }] })

  const response = await preflight(s3, { origin: 'https://anything.example' })

  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
})

test('a bucket without rules refuses every preflight', async () => {
  const response = await preflight(createTestS3(), {})

  expect(response.status).toBe(403)
  expect(await response.text()).toContain('CORSResponse: CORS is not enabled for this bucket.')
})

test('a preflight needs an origin and a method that S3 knows', async () => {
  const s3 = createTestS3({ corsRules: [rule] })

  const noOrigin = await s3.fetch(new Request(url, { method: 'OPTIONS' }))
  const odd = await preflight(s3, { 'access-control-request-method': 'PATCH' })

  expect(noOrigin.status).toBe(400)
  expect(await noOrigin.text()).toContain('Insufficient information. Origin request header needed.')
  expect(odd.status).toBe(400)
  expect(await odd.text()).toContain('Invalid Access-Control-Request-Method: PATCH')
})

test('answers and errors carry the headers alike, for allowed origins only', async () => {
  const s3 = createTestS3({ corsRules: [rule] })
  const send = (origin: string, headers: Record<string, string> = {}) =>
    s3.fetch(
      signRequest({
        method: 'PUT',
        url,
        body: 'x',
        headers: { origin, ...headers },
        region,
        nowMs: s3.runtime.clock.now(),
        credentials: s3.issueAdmin(),
      }),
    )

  const stored = await send(app)
  const refused = await send(app, { 'content-md5': 'nonsense' })
  const stranger = await send('https://evil.example')

  expect(stored.status).toBe(200)
  expect(refused.status).toBe(400)
  for (const response of [stored, refused]) {
    expect(response.headers.get('access-control-allow-origin')).toBe(app)
    expect(response.headers.get('access-control-expose-headers')).toBe('ETag, x-amz-request-id')
    expect(response.headers.get('vary')).toContain('Origin')
  }
  expect(stranger.status).toBe(200)
  expect(stranger.headers.get('access-control-allow-origin')).toBeNull()
  expect(stranger.headers.get('vary')).toBeNull()
})
