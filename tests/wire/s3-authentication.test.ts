import { expect, test } from 'vitest'
import { policyOf } from '../support/policies.ts'
import { ada, bob, bucketName, createTestS3, region, type TestS3 } from '../support/s3.ts'
import { presign, signRequest, type Presigned, type Unsigned } from '../support/sign.ts'

const origin = 'http://localhost:9230'
const own = `${origin}/${bucketName}/users/${ada}/a.txt`

/** A person's request, signed as it should be but for what a test changes. */
function signed(s3: TestS3, more: Partial<Unsigned> = {}): Request {
  return signRequest({
    method: 'PUT',
    url: own,
    body: 'hello',
    region,
    nowMs: s3.runtime.clock.now(),
    credentials: s3.issue(ada),
    ...more,
  })
}

function presigned(s3: TestS3, more: Partial<Presigned> = {}): string {
  return presign({
    url: own,
    region,
    nowMs: s3.runtime.clock.now(),
    credentials: s3.issueAdmin(),
    expiresInSeconds: 900,
    ...more,
  })
}

async function answer(s3: TestS3, request: Request) {
  const response = await s3.fetch(request)
  const text = await response.text()
  const element = (name: string) => new RegExp(`<${name}>([^]*?)</${name}>`).exec(text)?.[1]
  return {
    status: response.status,
    code: element('Code'),
    message: element('Message'),
    element,
    response,
    text,
  }
}

async function put(s3: TestS3): Promise<void> {
  expect((await s3.fetch(signed(s3))).status).toBe(200)
}

/** Nothing was stored: the admin finds no object. */
async function expectNothingStored(s3: TestS3): Promise<void> {
  const request = signed(s3, { method: 'GET', body: null, credentials: s3.issueAdmin() })
  expect(await answer(s3, request)).toMatchObject({ status: 404, code: 'NoSuchKey' })
}

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

test('a denial names who, what, where and why', async () => {
  const s3 = createTestS3()

  const { message } = await answer(s3, signed(s3, { url: own.replace(ada, bob) }))

  expect(message).toBe(
    `User: arn:aws:sts::123456789012:assumed-role/authenticated/CognitoIdentityCredentials is not authorized to perform: s3:PutObject on resource: &quot;arn:aws:s3:::${bucketName}/users/${bob}/a.txt&quot; because no identity-based policy allows the s3:PutObject action`,
  )
})

test("the bucket's own policy can deny what the role allows", async () => {
  const policy = policyOf({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: `arn:aws:s3:::${bucketName}/users/*/secret/*`,
  })
  const s3 = createTestS3({ policy })

  const denied = await answer(s3, signed(s3, { url: own.replace('a.txt', 'secret/a') }))

  expect(denied).toMatchObject({ status: 403, code: 'AccessDenied' })
  expect(denied.message).toContain('with an explicit deny in a resource-based policy')
  await put(s3)
})

test('a policy that demands TLS is satisfied on loopback', async () => {
  const policy = policyOf({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  })

  await put(createTestS3({ policy }))
})

test('whether a key exists is for those to know who may list it', async () => {
  const s3 = createTestS3()
  const readOnly = policyOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })
  const get = (identityId: string, policies?: Parameters<TestS3['issue']>[1]) =>
    answer(
      s3,
      signed(s3, { method: 'GET', body: null, credentials: s3.issue(identityId, policies) }),
    )

  expect(await get(ada)).toMatchObject({ status: 404, code: 'NoSuchKey' })
  expect((await get(ada)).element('Key')).toBe(`users/${ada}/a.txt`)
  expect(await get(ada, [readOnly])).toMatchObject({ status: 403, code: 'AccessDenied' })
  expect(await get(bob)).toMatchObject({ status: 403, code: 'AccessDenied' })
})

test('a copy needs the right to read the source and to write the destination', async () => {
  const s3 = createTestS3()
  await put(s3)
  const copy = (credentials: Unsigned['credentials'], from: string, to: string) =>
    answer(
      s3,
      signRequest({
        method: 'PUT',
        url: `${origin}/${bucketName}/users/${to}/copy`,
        headers: { 'x-amz-copy-source': `${bucketName}/users/${from}/a.txt` },
        region,
        nowMs: s3.runtime.clock.now(),
        credentials,
      }),
    )

  expect(await copy(s3.issue(ada), ada, ada)).toMatchObject({ status: 200 })
  expect(await copy(s3.issue(bob), ada, bob)).toMatchObject({ status: 403, code: 'AccessDenied' })
  expect(await copy(s3.issue(ada), ada, bob)).toMatchObject({ status: 403, code: 'AccessDenied' })
})

test('keys deleted together are authorised one by one', async () => {
  const s3 = createTestS3()
  await put(s3)
  const body = `<Delete><Object><Key>users/${ada}/a.txt</Key></Object><Object><Key>users/${bob}/a.txt</Key></Object></Delete>`
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(body))).toString(
    'base64',
  )
  const deleting = (headers: Record<string, string>) =>
    answer(
      s3,
      signed(s3, { method: 'POST', url: `${origin}/${bucketName}/?delete=`, body, headers }),
    )

  const bare = await deleting({})
  const { text } = await deleting({ 'x-amz-checksum-sha256': digest })

  expect(bare).toMatchObject({ status: 400, code: 'InvalidRequest' })
  expect(text).toContain(`<Deleted><Key>users/${ada}/a.txt</Key></Deleted>`)
  expect(text).toContain(`<Error><Key>users/${bob}/a.txt</Key><Code>AccessDenied</Code>`)
  await expectNothingStored(s3)
})

test('a presigned URL works until it expires', async () => {
  const s3 = createTestS3()
  await put(s3)
  const url = presigned(s3)

  const early = await answer(s3, new Request(url))
  s3.runtime.clock.advance({ minutes: 15, seconds: 1 })
  const late = await answer(s3, new Request(url))

  expect(early).toMatchObject({ status: 200, text: 'hello' })
  expect(late).toMatchObject({ status: 403, code: 'AccessDenied', message: 'Request has expired' })
  expect(late.element('X-Amz-Expires')).toBe('900')
})

test('a presigned URL never outlives the credentials that signed it', async () => {
  const s3 = createTestS3()
  await put(s3)
  const url = presigned(s3, { expiresInSeconds: 604_800 })
  s3.runtime.clock.advance({ hours: 1 })

  expect(await answer(s3, new Request(url))).toMatchObject({ status: 400, code: 'ExpiredToken' })
})

const presignedRefusals: [
  string,
  (s3: TestS3) => Partial<Presigned>,
  (url: string) => string,
  number,
  string,
][] = [
  [
    'more than a week',
    () => ({ expiresInSeconds: 604_801 }),
    (url) => url,
    400,
    'AuthorizationQueryParametersError',
  ],
  [
    'less than nothing',
    () => ({ expiresInSeconds: -1 }),
    (url) => url,
    400,
    'AuthorizationQueryParametersError',
  ],
  [
    'a start in the future',
    (s3) => ({ nowMs: s3.runtime.clock.now() + 960_000 }),
    (url) => url,
    403,
    'AccessDenied',
  ],
  [
    'a longer life than was signed',
    () => ({}),
    (url) => url.replace('Expires=900', 'Expires=901'),
    403,
    'SignatureDoesNotMatch',
  ],
  ['another key', () => ({}), (url) => url.replace('a.txt', 'b.txt'), 403, 'SignatureDoesNotMatch'],
  [
    'an override that was not signed',
    () => ({}),
    (url) => `${url}&response-content-type=text/html`,
    403,
    'SignatureDoesNotMatch',
  ],
  [
    'another region',
    () => ({ scope: { region: 'us-east-1' } }),
    (url) => url,
    400,
    'AuthorizationQueryParametersError',
  ],
  [
    'no signature',
    () => ({}),
    (url) => url.replace(/&X-Amz-Signature=\w+/, ''),
    400,
    'AuthorizationQueryParametersError',
  ],
  [
    'no token',
    () => ({}),
    (url) => url.replace(/&X-Amz-Security-Token=[^&]+/, ''),
    400,
    'InvalidToken',
  ],
  [
    'another algorithm',
    () => ({}),
    (url) => url.replace('AWS4-HMAC-SHA256', 'none'),
    400,
    'AuthorizationQueryParametersError',
  ],
]

test.each(presignedRefusals)(
  'a presigned URL with %s is refused',
  async (_, change, tamper, status, code) => {
    const s3 = createTestS3()
    await put(s3)

    const url = tamper(presigned(s3, change(s3)))

    expect(await answer(s3, new Request(url))).toMatchObject({ status, code })
  },
)

test('a presigned URL goes with no x-amz-* header beside it, nor with another signature', async () => {
  const s3 = createTestS3()
  await put(s3)
  const url = presigned(s3)
  const authorization = signed(s3).headers.get('authorization')!

  const withHeader = await answer(s3, new Request(url, { headers: { 'x-amz-meta-a': '1' } }))
  const twice = await answer(s3, new Request(url, { headers: { authorization } }))

  expect(withHeader).toMatchObject({ status: 403, code: 'AccessDenied' })
  expect(twice).toMatchObject({ status: 400, code: 'InvalidArgument' })
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
