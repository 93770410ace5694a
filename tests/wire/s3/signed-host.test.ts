import { expect, test } from 'vitest'
import { bucketName, createTestS3, region, type TestS3 } from '../../support/s3/s3.ts'
import { presign, signRequest } from '../../support/s3/sign.ts'

const origin = 'http://localhost:9230'
const virtualHost = `${bucketName}.s3.${region}.amazonaws.com`

/** As Amplify signs it, sent as a local build sends it (docs/decisions/0050). */
function carried(
  s3: TestS3,
  { path = '/a/b.txt', host = virtualHost, query = '', sentTo = '' } = {},
) {
  return signRequest({
    method: 'PUT',
    url: `${origin}${sentTo || `/${bucketName}${path}`}?${query}x-local-signed-host=${host}`,
    signedUrl: `https://${host}${path}?${query}`,
    body: 'hello',
    region,
    nowMs: s3.runtime.clock.now(),
    credentials: s3.issueAdmin(),
  })
}

async function codeOf(s3: TestS3, request: Request): Promise<string | number> {
  const response = await s3.fetch(request)
  return /<Code>(\w+)/.exec(await response.text())?.[1] ?? response.status
}

test('the host that was signed rides along, and the signature is checked over it', async () => {
  const s3 = createTestS3()

  expect(await codeOf(s3, carried(s3))).toBe(200)
  expect(await codeOf(s3, carried(s3, { query: 'x-id=PutObject&' }))).toBe(200)
})

test('the path-style host of the region may ride along too', async () => {
  const s3 = createTestS3()
  const path = `/${bucketName}/a/b.txt`

  expect(
    await codeOf(s3, carried(s3, { host: `s3.${region}.amazonaws.com`, path, sentTo: path })),
  ).toBe(200)
})

test.each([
  ['of another bucket', `other-bucket.s3.${region}.amazonaws.com`],
  ['of another region', `${bucketName}.s3.us-east-1.amazonaws.com`],
  ['of somebody else', 'example.com'],
  ['with a port', `${virtualHost}:443`],
])('a host %s is not believed', async (_, host) => {
  const s3 = createTestS3()

  expect(await codeOf(s3, carried(s3, { host }))).toBe('SignatureDoesNotMatch')
})

test('a request signed for one bucket does not pass for another', async () => {
  const s3 = createTestS3()
  s3.buckets.push({ ...s3.bucket, name: 'other-bucket' })

  expect(await codeOf(s3, carried(s3, { sentTo: '/other-bucket/a/b.txt' }))).toBe(
    'SignatureDoesNotMatch',
  )
})

test('the host counts only as the last parameter', async () => {
  const s3 = createTestS3()
  const request = carried(s3)
  const moved = `${request.url}&x-id=PutObject`

  expect(await codeOf(s3, new Request(moved, request))).toBe('SignatureDoesNotMatch')
})

test('a presigned URL may carry its host as well', async () => {
  const s3 = createTestS3()
  await s3.fetch(carried(s3))
  const url = presign({
    url: `${origin}/${bucketName}/a/b.txt`,
    signedUrl: `https://${virtualHost}/a/b.txt`,
    region,
    nowMs: s3.runtime.clock.now(),
    credentials: s3.issueAdmin(),
    expiresInSeconds: 60,
  })

  expect(await codeOf(s3, new Request(`${url}&x-local-signed-host=${virtualHost}`))).toBe(200)
  expect(await codeOf(s3, new Request(url))).toBe('SignatureDoesNotMatch')
})

test.each([`http://${bucketName}.localhost:9230`, `https://${virtualHost}`])(
  'virtual-host style is served at %s',
  async (virtualOrigin) => {
    const s3 = createTestS3()
    const put = signRequest({
      method: 'PUT',
      url: `${virtualOrigin}/a/b.txt`,
      body: 'hello',
      region,
      nowMs: s3.runtime.clock.now(),
      credentials: s3.issueAdmin(),
    })

    expect(await codeOf(s3, put)).toBe(200)
  },
)
