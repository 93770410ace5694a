import { expect, test } from 'vitest'
import { answer, expectNothingStored, origin, own, signed } from '../../support/s3/s3-requests.ts'
import { ada, bob, bucketName, createTestS3, region, type TestS3 } from '../../support/s3/s3.ts'
import type { Unsigned } from '../../support/s3/sign.ts'

test('a signed request is taken', async () => {
  const s3 = createTestS3()

  expect((await s3.fetch(signed(s3))).status).toBe(200)
})

test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'POST'])(
  '%s without a signature is denied',
  async (method) => {
    const s3 = createTestS3()

    const response = await s3.fetch(new Request(own, { method }))

    expect(response.status).toBe(403)
    if (method !== 'HEAD')
      expect(await response.text()).toContain(
        '<Code>AccessDenied</Code><Message>Access Denied</Message>',
      )
  },
)

test('a stranger hears where a bucket is, and that there is none of another name', async () => {
  const s3 = createTestS3()
  const ask = (name: string) => answer(s3, new Request(`${origin}/${name}/`, { method: 'HEAD' }))

  const there = await ask(bucketName)
  const missing = await ask('nobody-has-this-bucket')

  expect(there.status).toBe(403)
  expect(there.response.headers.get('x-amz-bucket-region')).toBe(region)
  expect(missing.status).toBe(404)
  expect(missing.response.headers.get('x-amz-bucket-region')).toBeNull()
})

const refusals: [string, (s3: TestS3) => Partial<Unsigned>, number, string][] = [
  [
    'another secret',
    (s3) => ({ credentials: { ...s3.issue(ada), secretAccessKey: 'guess' } }),
    403,
    'SignatureDoesNotMatch',
  ],
  [
    'an unknown key',
    (s3) => ({ credentials: { ...s3.issue(ada), accessKeyId: 'ASIAUNKNOWN' } }),
    403,
    'InvalidAccessKeyId',
  ],
  [
    'no session token',
    (s3) => {
      const { accessKeyId, secretAccessKey } = s3.issue(ada)
      return { credentials: { accessKeyId, secretAccessKey } }
    },
    400,
    'InvalidToken',
  ],
  [
    "another session's token",
    (s3) => ({ credentials: { ...s3.issue(ada), sessionToken: s3.issue(ada).sessionToken } }),
    400,
    'InvalidToken',
  ],
  [
    'a clock 16 minutes behind',
    (s3) => ({ nowMs: s3.runtime.clock.now() - 960_000 }),
    403,
    'RequestTimeTooSkewed',
  ],
  [
    'a clock 16 minutes ahead',
    (s3) => ({ nowMs: s3.runtime.clock.now() + 960_000 }),
    403,
    'RequestTimeTooSkewed',
  ],
  [
    'another region',
    () => ({ scope: { region: 'us-east-1' } }),
    400,
    'AuthorizationHeaderMalformed',
  ],
  ['another service', () => ({ scope: { service: 'sts' } }), 400, 'AuthorizationHeaderMalformed'],
  ['another day', () => ({ scope: { date: '20200101' } }), 400, 'AuthorizationHeaderMalformed'],
  [
    'an x-amz-* header unsigned',
    () => ({ headers: { 'x-amz-meta-a': '1' }, unsignedHeaders: ['x-amz-meta-a'] }),
    403,
    'AccessDenied',
  ],
  ['the host unsigned', () => ({ unsignedHeaders: ['host'] }), 403, 'AccessDenied'],
  [
    'the token unsigned',
    () => ({ unsignedHeaders: ['x-amz-security-token'] }),
    403,
    'AccessDenied',
  ],
  [
    'another host',
    () => ({ signedUrl: own.replace('localhost', 'example.com') }),
    403,
    'SignatureDoesNotMatch',
  ],
  ['another key', () => ({ signedUrl: `${own}x` }), 403, 'SignatureDoesNotMatch'],
  [
    'another query',
    () => ({ url: `${own}?x-id=PutObject`, signedUrl: own }),
    403,
    'SignatureDoesNotMatch',
  ],
  [
    'the hash of another body',
    () => ({ payloadHash: 'a'.repeat(64) }),
    400,
    'XAmzContentSHA256Mismatch',
  ],
  ['no hash that is one', () => ({ payloadHash: 'nonsense' }), 400, 'InvalidArgument'],
  [
    'a wrong Content-MD5',
    () => ({ headers: { 'content-md5': 'XUFAKrxLKna5cZ2REBfFkA==' }, body: 'hellx' }),
    400,
    'BadDigest',
  ],
  [
    'a broken Content-MD5',
    () => ({ headers: { 'content-md5': 'nonsense' } }),
    400,
    'InvalidDigest',
  ],
  [
    'a wrong checksum',
    () => ({ headers: { 'x-amz-checksum-crc32': 'AAAAAA==' } }),
    400,
    'BadDigest',
  ],
  [
    'a broken checksum',
    () => ({ headers: { 'x-amz-checksum-crc32': 'AAAA' } }),
    400,
    'InvalidRequest',
  ],
  [
    'two checksums',
    () => ({
      headers: { 'x-amz-checksum-crc32': 'AAAAAA==', 'x-amz-checksum-crc32c': 'AAAAAA==' },
    }),
    400,
    'InvalidRequest',
  ],
  [
    'a length that is not so',
    () => ({ headers: { 'content-length': '6' } }),
    400,
    'IncompleteBody',
  ],
  ['a bucket that is not', () => ({ url: `${origin}/none/a` }), 404, 'NoSuchBucket'],
  ["another person's prefix", () => ({ url: own.replace(ada, bob) }), 403, 'AccessDenied'],
  [
    'a prefix that only begins alike',
    () => ({ url: own.replace(`${ada}/`, `${ada}x/`) }),
    403,
    'AccessDenied',
  ],
  [
    'a key that only resolves into the prefix',
    () => ({ url: `${origin}/${bucketName}/users/${bob}/%2e%2e%2f${ada}/a` }),
    403,
    'AccessDenied',
  ],
]

test.each(refusals)(
  'a write with %s is refused and stores nothing',
  async (_, change, status, code) => {
    const s3 = createTestS3()

    expect(await answer(s3, signed(s3, change(s3)))).toMatchObject({ status, code })
    await expectNothingStored(s3)
  },
)

test.each([
  ['AWS AKIAIOSFODNN7EXAMPLE:frJIUN8DYpKDtOLCwo//yllqDzg=', 'InvalidRequest'],
  ['Bearer token', 'InvalidRequest'],
  ['', 'InvalidRequest'],
  ['AWS4-HMAC-SHA256', 'AuthorizationHeaderMalformed'],
  [
    'AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=0',
    'AuthorizationHeaderMalformed',
  ],
  ['AWS4-HMAC-SHA256 Credential=,SignedHeaders=,Signature=', 'AuthorizationHeaderMalformed'],
  [
    'AWS4-HMAC-SHA256 Credential=a/20130524/r/s3/aws4_request,SignedHeaders=host,Signature=0,Signature=1',
    'AuthorizationHeaderMalformed',
  ],
])('the authorization %j is no way in', async (authorization, code) => {
  const s3 = createTestS3()
  const headers = {
    authorization,
    'x-amz-date': '20130524T000000Z',
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
  }

  const { status, code: actual } = await answer(s3, new Request(own, { headers }))

  expect(status).toBeGreaterThanOrEqual(400)
  expect(actual).toBe(code)
})

test('credentials end when they say', async () => {
  const s3 = createTestS3()
  const credentials = s3.issue(ada)
  s3.runtime.clock.advance({ hours: 1 })

  expect(await answer(s3, signed(s3, { credentials }))).toMatchObject({
    status: 400,
    code: 'ExpiredToken',
    message: 'The provided token has expired.',
  })
})

test('a signature that is sent again for something else is worth nothing', async () => {
  const s3 = createTestS3()
  const first = signed(s3)
  const headers = new Headers(first.headers)
  await s3.fetch(first)

  const elsewhere = await answer(
    s3,
    new Request(own.replace('a.txt', 'b.txt'), { method: 'PUT', headers, body: 'hello' }),
  )
  const otherMethod = await answer(s3, new Request(own, { method: 'DELETE', headers }))
  const otherBody = await answer(s3, new Request(own, { method: 'PUT', headers, body: 'hullo' }))

  expect(elsewhere.code).toBe('SignatureDoesNotMatch')
  expect(otherMethod.code).toBe('SignatureDoesNotMatch')
  expect(otherBody.code).toBe('XAmzContentSHA256Mismatch')
})

test('a refused signature says what was to be signed', async () => {
  const s3 = createTestS3()
  const credentials = { ...s3.issue(ada), secretAccessKey: 'guess' }

  const { element, text } = await answer(s3, signed(s3, { credentials }))

  expect(element('StringToSign')).toMatch(/^AWS4-HMAC-SHA256\n/)
  expect(element('CanonicalRequest')).toMatch(/^PUT\n/)
  expect(element('AWSAccessKeyId')).toBe(credentials.accessKeyId)
  expect(element('RequestId')).toMatch(/^[\dA-F]{16}$/)
  expect(element('HostId')).toBeDefined()
  expect(text).not.toContain(s3.issue(ada).secretAccessKey)
})

test('unsigned headers that a browser adds do no harm', async () => {
  const s3 = createTestS3()
  const request = signed(s3)
  request.headers.set('accept-language', 'en')
  request.headers.set('referer', 'http://localhost:5173/profile')

  expect((await s3.fetch(request)).status).toBe(200)
})

test.each(['/%', '/%ff', `/${bucketName}/%00`, `/${bucketName}/a?b=%`, '/?x=%e0'])(
  "the target %s is answered in S3's own shape",
  async (target) => {
    const s3 = createTestS3()

    const { status, text } = await answer(s3, new Request(`${origin}${target}`))

    expect(status).toBe(400)
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error><Code>InvalidURI<\/Code>/,
    )
  },
)
