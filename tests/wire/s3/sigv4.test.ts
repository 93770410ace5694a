import { expect, test } from 'vitest'
import { createAuthenticator } from '../../../local/s3/signature/authenticate.ts'
import { openPayload } from '../../../local/s3/payload/payload.ts'
import { readRequest } from '../../../local/s3/request.ts'
import { createNodeCrypto } from '../../../local/node/node-crypto.ts'
import { sessionOf } from '../../support/iam/policies.ts'

// The examples of https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html,
// sigv4-query-string-auth.html, sigv4-streaming.html and sigv4-streaming-trailers.html.
const nowMs = Date.UTC(2013, 4, 24)
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  // The examples are of a long-term key, which has none.
  sessionToken: '',
  expiresAtMs: Infinity,
  principal: sessionOf([]),
}
const crypto = createNodeCrypto()
const authenticate = createAuthenticator(crypto, (id) =>
  id === credentials.accessKeyId ? credentials : undefined,
)
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const bucketHost = 'https://examplebucket.s3.amazonaws.com'

interface Example {
  method?: string
  url: string
  headers?: Record<string, string>
  signedHeaders: string
  signature: string
  body?: Uint8Array
}

function requestOf({ method = 'GET', url, headers, signedHeaders, signature, body }: Example) {
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders},Signature=${signature}`
  return readRequest(
    new Request(url, {
      method,
      headers: { 'x-amz-date': '20130524T000000Z', ...headers, authorization },
      ...(body && { body: body as Uint8Array<ArrayBuffer> }),
    }),
    [],
  )
}

const examples: (Example & { name: string })[] = [
  {
    name: 'GET Object with a range',
    url: `${bucketHost}/test.txt`,
    headers: { range: 'bytes=0-9', 'x-amz-content-sha256': emptyHash },
    signedHeaders: 'host;range;x-amz-content-sha256;x-amz-date',
    signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
  {
    name: 'PUT Object',
    method: 'PUT',
    url: `${bucketHost}/test$file.text`,
    headers: {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    },
    signedHeaders: 'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
    signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  },
  {
    name: 'GET Bucket lifecycle',
    url: `${bucketHost}/?lifecycle`,
    headers: { 'x-amz-content-sha256': emptyHash },
    signedHeaders: 'host;x-amz-content-sha256;x-amz-date',
    signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  },
  {
    name: 'GET Bucket (list objects)',
    url: `${bucketHost}/?max-keys=2&prefix=J`,
    headers: { 'x-amz-content-sha256': emptyHash },
    signedHeaders: 'host;x-amz-content-sha256;x-amz-date',
    signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  },
]

test.each(examples)('accepts the published signature of $name', async (example) => {
  const identity = await authenticate(requestOf(example), undefined, nowMs)

  expect(identity.credentials).toBe(credentials)
})

test.each(examples)('refuses $name with one digit changed', async (example) => {
  const forged = example.signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))

  const authenticating = authenticate(
    requestOf({ ...example, signature: forged }),
    undefined,
    nowMs,
  )

  await expect(authenticating).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' })
})

test('accepts the published presigned URL for a day', async () => {
  const url = `${bucketHost}/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`
  const request = readRequest(new Request(url), [])

  const identity = await authenticate(request, undefined, nowMs + 86_399_000)
  const late = authenticate(request, undefined, nowMs + 86_400_000)

  expect(identity.signed.by).toBe('query')
  await expect(late).rejects.toMatchObject({ code: 'AccessDenied', message: 'Request has expired' })
})

const chunkedHeaders = {
  'content-encoding': 'aws-chunked',
  'x-amz-decoded-content-length': '66560',
  'x-amz-storage-class': 'REDUCED_REDUNDANCY',
}

function chunkedBody(signatures: string[], end: string): Uint8Array {
  const sizes = [65_536, 1024, 0]
  const chunks = sizes.map((size, index) => {
    const header = `${size.toString(16)};chunk-signature=${signatures[index]!}\r\n`
    return size === 0 ? header : `${header}${'a'.repeat(size)}\r\n`
  })
  return new TextEncoder().encode(chunks.join('') + end)
}

const chunked: Example = {
  method: 'PUT',
  url: 'https://s3.amazonaws.com/examplebucket/chunkObject.txt',
  headers: {
    ...chunkedHeaders,
    'content-length': '66824',
    'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  },
  signedHeaders:
    'content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class',
  signature: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
}
const chunkSignatures = [
  'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
  '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
  'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
]

const trailing: Example = {
  method: 'PUT',
  url: 'https://s3.amazonaws.com/examplebucket/chunkObject.txt',
  headers: {
    ...chunkedHeaders,
    'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
    'x-amz-trailer': 'x-amz-checksum-crc32c',
  },
  signedHeaders:
    'content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer',
  signature: '106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e',
}
const trailingSignatures = [
  'b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2',
  '1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7',
  '2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992',
]
const trailer =
  'x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n'

async function receive(example: Example, body: Uint8Array): Promise<number> {
  const request = requestOf({ ...example, body })
  const identity = await authenticate(request, undefined, nowMs)
  const { chunks } = openPayload(crypto, request, identity)
  let sizeBytes = 0
  for await (const chunk of chunks) sizeBytes += chunk.byteLength
  return sizeBytes
}

test('accepts the published chunk signatures', async () => {
  expect(await receive(chunked, chunkedBody(chunkSignatures, '\r\n'))).toBe(66_560)
})

test('accepts the published trailer and its signature', async () => {
  expect(await receive(trailing, chunkedBody(trailingSignatures, trailer))).toBe(66_560)
})

test.each([
  ['a changed byte', (text: string) => text.replace('aaa', 'aba'), 'SignatureDoesNotMatch'],
  [
    'a missing chunk',
    (text: string) => text.replace(/400;[^]*?a+\r\n/, ''),
    'SignatureDoesNotMatch',
  ],
  ['a missing end', (text: string) => text.slice(0, -4), 'IncompleteBody'],
  ['more after the end', (text: string) => `${text}x`, 'IncompleteBody'],
  [
    'no signature',
    (text: string) => text.replace(/;chunk-signature=\w+/, ''),
    'SignatureDoesNotMatch',
  ],
  ['a broken size', (text: string) => text.replace('10000;', '1000g;'), 'IncompleteBody'],
])('refuses chunks with %s', async (_, tamper, code) => {
  const text = new TextDecoder().decode(chunkedBody(chunkSignatures, '\r\n'))

  const receiving = receive(chunked, new TextEncoder().encode(tamper(text)))

  await expect(receiving).rejects.toMatchObject({ code })
})

test.each([
  ['another checksum', (text: string) => text.replace('sOO8', 'sOO9'), 'SignatureDoesNotMatch'],
  [
    'no signature',
    (text: string) => text.replace(/x-amz-trailer-signature:\w+\r\n/, ''),
    'SignatureDoesNotMatch',
  ],
  ['no end', (text: string) => text.slice(0, -2), 'IncompleteBody'],
])('refuses a trailer with %s', async (_, tamper, code) => {
  const receiving = receive(trailing, chunkedBody(trailingSignatures, tamper(trailer)))

  await expect(receiving).rejects.toMatchObject({ code })
})
