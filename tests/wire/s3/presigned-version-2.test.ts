import { expect, test } from 'vitest'
import { policyOf } from '../../support/iam/policies.ts'
import { answer, origin, own, put, signed } from '../../support/s3/s3-requests.ts'
import { ada, bucketName, createTestS3, type TestS3 } from '../../support/s3/s3.ts'
import { presignByVersion2, type PresignedByVersion2 } from '../../support/s3/sign-version-2.ts'

function presigned(s3: TestS3, more: Partial<PresignedByVersion2> = {}): string {
  return presignByVersion2({
    url: own,
    credentials: s3.issue(ada),
    expiresAtMs: s3.runtime.clock.now() + 900_000,
    ...more,
  })
}

test('URLs presigned by version 2 write, read and delete until they expire', async () => {
  const s3 = createTestS3()
  const written = await answer(
    s3,
    new Request(presigned(s3, { method: 'PUT' }), {
      method: 'PUT',
      body: new TextEncoder().encode('hello'),
    }),
  )
  const expiresAtMs = s3.runtime.clock.now() + 900_000
  const url = presigned(s3, { expiresAtMs })

  const read = await answer(s3, new Request(url))
  const deleted = await answer(
    s3,
    new Request(presigned(s3, { method: 'DELETE' }), { method: 'DELETE' }),
  )
  s3.runtime.clock.advance({ minutes: 15 })
  const late = await answer(s3, new Request(url))

  expect(written.status).toBe(200)
  expect(read).toMatchObject({ status: 200, text: 'hello' })
  expect(deleted.status).toBe(204)
  expect(late).toMatchObject({ status: 403, code: 'AccessDenied', message: 'Request has expired' })
  const second = Math.floor(expiresAtMs / 1000) * 1000
  expect(Date.parse(late.element('Expires') ?? '')).toBe(second)
  // As many seconds later as the machine took.
  expect(Date.parse(late.element('ServerTime') ?? '')).toBeGreaterThanOrEqual(second)
})

test('headers that a presigner put into the query are the object’s', async () => {
  const s3 = createTestS3()
  const headers = { 'x-amz-meta-by': 'ada', 'content-type': 'text/plain' }
  const url = presigned(s3, { method: 'PUT', headers })

  const written = await answer(
    s3,
    new Request(url, { method: 'PUT', body: new TextEncoder().encode('hello') }),
  )
  const { response } = await answer(
    s3,
    new Request(presigned(s3, { method: 'HEAD' }), { method: 'HEAD' }),
  )

  expect(written.status).toBe(200)
  expect(response.headers.get('x-amz-meta-by')).toBe('ada')
  expect(response.headers.get('content-type')).toBe('text/plain')
})

test('what overrides the headers of the answer is signed, in whatever host', async () => {
  const s3 = createTestS3()
  await put(s3)
  const path = `/users/${ada}/a.txt?response-content-disposition=attachment`

  const inPath = presigned(s3, { url: `${origin}/${bucketName}${path}` })
  const inHost = presigned(s3, {
    url: `http://${bucketName}.localhost:9230${path}`,
    resource: `/${bucketName}/users/${ada}/a.txt`,
  })

  for (const url of [inPath, inHost]) {
    const { status, response } = await answer(s3, new Request(url))
    expect(status).toBe(200)
    expect(response.headers.get('content-disposition')).toBe('attachment')
  }
})

const refusals: [string, (url: string) => string, RequestInit, number, string, string][] = [
  [
    'another key',
    (url) => url.replace('a.txt', 'b.txt'),
    {},
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
  [
    'a longer life',
    (url) => url.replace(/Expires=\d/, '$&9'),
    {},
    403,
    'SignatureDoesNotMatch',
    '',
  ],
  [
    'an override that was not signed',
    (url) => `${url}&response-content-type=text/html`,
    {},
    403,
    'SignatureDoesNotMatch',
    '',
  ],
  [
    'a header that was not signed',
    (url) => url,
    { headers: { 'x-amz-meta-wrong': '1' } },
    403,
    'SignatureDoesNotMatch',
    '',
  ],
  [
    'a content type that was not signed',
    (url) => url,
    { headers: { 'content-type': 'text/html' } },
    403,
    'SignatureDoesNotMatch',
    '',
  ],
  ['another method', (url) => url, { method: 'DELETE' }, 403, 'SignatureDoesNotMatch', ''],
  [
    'no signature',
    (url) => url.replace(/&Signature=[^&]+/, ''),
    {},
    403,
    'AccessDenied',
    'Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters',
  ],
  [
    'a date in words',
    (url) => url.replace(/Expires=\d+/, 'Expires=tomorrow'),
    {},
    403,
    'AccessDenied',
    'Invalid date (should be seconds since epoch): tomorrow',
  ],
  [
    'another key id',
    (url) => url.replace(/AWSAccessKeyId=\w+/, 'AWSAccessKeyId=AKIAUNKNOWN'),
    {},
    403,
    'InvalidAccessKeyId',
    '',
  ],
  [
    'no token',
    (url) => url.replace(/&x-amz-security-token=[^&]+/, ''),
    {},
    400,
    'InvalidToken',
    '',
  ],
  [
    'two signatures',
    (url) => `${url}&X-Amz-Algorithm=AWS4-HMAC-SHA256`,
    {},
    400,
    'InvalidArgument',
    'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
  ],
]

test.each(refusals)(
  'a URL presigned by version 2 with %s is refused',
  async (_, tamper, init, status, code, message) => {
    const s3 = createTestS3()
    await put(s3)

    const refused = await answer(s3, new Request(tamper(presigned(s3)), init))

    expect(refused).toMatchObject({ status, code })
    if (message) expect(refused.message).toBe(message)
  },
)

test('a wrong signature of version 2 shows what was to be signed', async () => {
  const s3 = createTestS3()
  const url = presigned(s3).replace('a.txt', 'b.txt')

  const { element } = await answer(s3, new Request(url))

  const text = element('StringToSign')!
  expect(text).toMatch(/^GET\n\n\n\d+\nx-amz-security-token:/)
  expect(element('StringToSignBytes')).toBe(
    Buffer.from(text)
      .toString('hex')
      .replace(/..(?=.)/g, '$& '),
  )
})

test('a URL presigned by version 2 never outlives the credentials that signed it', async () => {
  const s3 = createTestS3()
  await put(s3)
  const url = presigned(s3, { expiresAtMs: s3.runtime.clock.now() + 86_400_000 })
  s3.runtime.clock.advance({ hours: 1 })

  expect(await answer(s3, new Request(url))).toMatchObject({ status: 400, code: 'ExpiredToken' })
})

test('regions that came after version 2 do not take it, and no region takes it in a header', async () => {
  const younger = createTestS3({ region: 'eu-central-1' })
  const s3 = createTestS3()
  const { accessKeyId } = s3.issue(ada)
  const inHeader = new Request(own, { headers: { authorization: `AWS ${accessKeyId}:c2ln` } })
  const message =
    'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.'

  for (const refused of [
    await answer(younger, new Request(presigned(younger))),
    await answer(s3, inHeader),
  ]) {
    expect(refused).toMatchObject({ status: 400, code: 'InvalidRequest', message })
  }
})

test('a policy can refuse URLs of version 2', async () => {
  const policy = policyOf({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: '*',
    Condition: { StringEquals: { 's3:signatureversion': 'AWS' } },
  })
  const s3 = createTestS3({ policy })
  await put(s3)

  expect(await answer(s3, new Request(presigned(s3)))).toMatchObject({ status: 403 })
  expect(await answer(s3, signed(s3, { method: 'GET', body: null }))).toMatchObject({ status: 200 })
})
