import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { bucketName, createTestS3, listenS3, region } from '../../support/s3/s3.ts'
import { presign, signRequest, type Unsigned } from '../../support/s3/sign.ts'

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

/** Raw HTTP on one connection that is kept alive, as a browser keeps it. */
async function connect(config = {}) {
  const s3 = createTestS3(config)
  const endpoint = await listenS3(s3)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  const credentials = s3.issueAdmin()

  function send(
    url: string,
    options: { method?: string; headers?: object; body?: Uint8Array | string } = {},
  ) {
    return new Promise<Answer>((resolve, reject) => {
      const { method = 'GET', headers = {}, body } = options
      const { hostname, port, pathname, search } = new URL(url)
      const outgoing = httpRequest(
        { agent, hostname, port, path: pathname + search, method, headers: { ...headers } },
        (incoming) => {
          let text = ''
          incoming.on('data', (chunk: Buffer) => (text += chunk.toString()))
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode!, headers: incoming.headers, body: text }),
          )
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  function link(method: string, path = `/${bucketName}/a`, more: Partial<Unsigned> = {}) {
    return presign({
      method,
      url: endpoint + path,
      region,
      nowMs: s3.runtime.clock.now(),
      credentials,
      expiresInSeconds: 900,
      ...more,
    })
  }

  return { s3, endpoint, credentials, send, link }
}

test('HEAD tells length and type, and its errors have no body', async () => {
  const { send, link } = await connect()
  await send(link('PUT'), { method: 'PUT', body: 'hello', headers: { 'content-type': 'text/css' } })

  const found = await send(link('HEAD'), { method: 'HEAD' })
  const missing = await send(link('HEAD', `/${bucketName}/none`), { method: 'HEAD' })

  expect(found).toMatchObject({ status: 200, body: '' })
  expect(found.headers).toMatchObject({ 'content-length': '5', 'content-type': 'text/css' })
  expect(missing).toMatchObject({ status: 404, body: '' })
})

test('an empty object is an object', async () => {
  const { send, link } = await connect()

  const put = await send(link('PUT'), { method: 'PUT', headers: { 'content-length': '0' } })
  const got = await send(link('GET'))
  const range = await send(link('GET'), { headers: { range: 'bytes=0-' } })

  expect(put).toMatchObject({
    status: 200,
    headers: { etag: '"d41d8cd98f00b204e9800998ecf8427e"' },
  })
  expect(got).toMatchObject({ status: 200, body: '', headers: { 'content-length': '0' } })
  expect(range.status).toBe(416)
  expect(range.headers['content-range']).toBe('bytes */0')
})

test('304 has validators and no body', async () => {
  const { send, link } = await connect()
  const { headers } = await send(link('PUT'), { method: 'PUT', body: 'x' })

  const fresh = await send(link('GET'), { headers: { 'if-none-match': headers.etag } })

  expect(fresh).toMatchObject({ status: 304, body: '', headers: { etag: headers.etag } })
  expect(fresh.headers['last-modified']).toBeDefined()
})

test('If-Range serves the whole when the object has changed', async () => {
  const { send, link } = await connect()
  const { headers } = await send(link('PUT'), { method: 'PUT', body: 'hello' })
  const range = { range: 'bytes=0-1' }

  const same = await send(link('GET'), { headers: { ...range, 'if-range': headers.etag } })
  const changed = await send(link('GET'), { headers: { ...range, 'if-range': '"other"' } })

  expect(same).toMatchObject({ status: 206, body: 'he' })
  expect(changed).toMatchObject({ status: 200, body: 'hello' })
})

test('every answer has its ids, and no two the same', async () => {
  const { send, link } = await connect()

  const answers = [
    await send(link('GET')),
    await send(link('GET')),
    await send(link('GET', '/none/a')),
  ]

  const ids = answers.map(({ headers }) => headers['x-amz-request-id'])
  expect(new Set(ids).size).toBe(3)
  for (const { headers, body } of answers) {
    expect(headers['content-type']).toBe('application/xml')
    expect(headers.server).toBe('AmazonS3')
    expect(body).toContain(`<RequestId>${String(headers['x-amz-request-id'])}</RequestId>`)
    expect(body).toContain(`<HostId>${String(headers['x-amz-id-2'])}</HostId>`)
  }
})

test('a large upload that is denied is answered at once, and the next request too', async () => {
  const { s3, endpoint, send, link } = await connect()
  const credentials = s3.issue('nobody', [])
  const denied = presign({
    method: 'PUT',
    url: `${endpoint}/${bucketName}/a`,
    region,
    nowMs: s3.runtime.clock.now(),
    credentials,
    expiresInSeconds: 60,
  })

  const first = await send(denied, { method: 'PUT', body: new Uint8Array(8 << 20) })
  const second = await send(link('GET'))

  expect(first.status).toBe(403)
  expect(first.body).toContain('<Code>AccessDenied</Code>')
  expect(second.status).toBe(404)
})

test('a body of unknown length is refused, as S3 refuses it', async () => {
  const { send, link } = await connect()

  const answer = await send(link('PUT'), {
    method: 'PUT',
    headers: { 'transfer-encoding': 'chunked' },
    body: 'hello',
  })

  expect(answer.status).toBe(411)
  expect(answer.body).toContain('<Code>MissingContentLength</Code>')
})

test('more than 5 GiB at once are refused before they are sent', async () => {
  const { s3, endpoint, credentials } = await connect()
  const request = signRequest({
    method: 'PUT',
    url: `${endpoint}/${bucketName}/a`,
    headers: { 'content-length': String(5 * 1024 ** 3 + 1) },
    payloadHash: 'UNSIGNED-PAYLOAD',
    body: 'x',
    region,
    nowMs: s3.runtime.clock.now(),
    credentials,
  })

  const response = await s3.fetch(request)

  expect(response.status).toBe(400)
  expect(await response.text()).toContain('<Code>EntityTooLarge</Code>')
})

test('virtual-host style is told by the Host alone', async () => {
  const { s3, endpoint, credentials, send, link } = await connect()
  const { port } = new URL(endpoint)
  const host = `${bucketName}.localhost:${port}`
  const url = presign({
    method: 'PUT',
    url: `${endpoint}/a`,
    signedUrl: `http://${host}/a`,
    region,
    nowMs: s3.runtime.clock.now(),
    credentials,
    expiresInSeconds: 60,
  })

  const put = await send(url, { method: 'PUT', headers: { host }, body: 'hello' })
  const got = await send(link('GET'))

  expect(put.status).toBe(200)
  expect(got.body).toBe('hello')
})

test.each([
  ['x-amz-write-offset-bytes', '1', 'NotImplemented'],
  ['x-amz-object-lock-mode', 'GOVERNANCE', 'NotImplemented'],
  ['x-amz-server-side-encryption', 'aws:kms', 'NotImplemented'],
  ['x-amz-server-side-encryption-customer-key', 'k', 'NotImplemented'],
  ['x-amz-storage-class', 'GLACIER', 'NotImplemented'],
  ['x-amz-website-redirect-location', '/b', 'NotImplemented'],
  ['x-amz-acl', 'public-read', 'AccessControlListNotSupported'],
  ['x-amz-grant-read', 'id=x', 'AccessControlListNotSupported'],
  ['x-amz-expected-bucket-owner', '999999999999', 'AccessDenied'],
  ['x-amz-meta-a', 'x'.repeat(2048), 'MetadataTooLarge'],
  ['if-none-match', '"etag"', 'NotImplemented'],
])('a write with %s: %s is refused rather than kept without it', async (name, value, code) => {
  const { s3, endpoint, credentials } = await connect()
  const request = signRequest({
    method: 'PUT',
    url: `${endpoint}/${bucketName}/a`,
    headers: { [name]: value },
    body: 'x',
    region,
    nowMs: s3.runtime.clock.now(),
    credentials,
  })

  const response = await s3.fetch(request)

  expect(await response.text()).toContain(`<Code>${code}</Code>`)
})

test.each([
  ['x-amz-server-side-encryption', 'AES256'],
  ['x-amz-storage-class', 'STANDARD'],
  ['x-amz-acl', 'private'],
  ['x-amz-expected-bucket-owner', '123456789012'],
])('a write with %s: %s changes nothing and is taken', async (name, value) => {
  const { s3, endpoint, credentials } = await connect()
  const request = signRequest({
    method: 'PUT',
    url: `${endpoint}/${bucketName}/a`,
    headers: { [name]: value },
    body: 'x',
    region,
    nowMs: s3.runtime.clock.now(),
    credentials,
  })

  expect((await s3.fetch(request)).status).toBe(200)
})

test('metadata that is not ASCII, or no header at all, never breaks an answer', async () => {
  const { s3, send, link } = await connect()
  const upload = (query: string) =>
    send(link('PUT', `/${bucketName}/a?${query}`), { method: 'PUT', body: 'x' })

  const kept = await upload(`x-amz-meta-name=${encodeURIComponent('Zoë\n😀')}`)
  const got = await send(link('GET'))
  const refused = await upload(`x-amz-meta-${encodeURIComponent('a b')}=1`)

  expect(kept.status).toBe(200)
  expect(got.headers['x-amz-meta-name']).toBe(
    `=?UTF-8?B?${Buffer.from('Zoë\n😀').toString('base64')}?=`,
  )
  expect(refused.body).toContain('<Code>InvalidArgument</Code>')
  expect(s3.runtime.logged).toEqual([])
})
