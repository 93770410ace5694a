import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  operationParameters,
  type OperationName,
  type OperationParameters,
} from '../../../local/s3/parameters/operation-parameters.ts'
import { answer, origin, own, presigned, put, signed } from '../../support/s3/s3-requests.ts'
import { bucketName, createTestS3, type TestS3 } from '../../support/s3/s3.ts'

interface Sent {
  method: string
  query?: string
  /** Undefined for the object itself. */
  of?: 'bucket' | 'service'
  headers?: Record<string, string>
  body?: string
}

const key = new URL(own).pathname.slice(`/${bucketName}/`.length)
const deletion = `<Delete><Object><Key>${key}</Key></Object></Delete>`
const tagging = '<Tagging><TagSet></TagSet></Tagging>'
const md5 = (text: string) => createHash('md5').update(text)
const completion = `<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>${md5('part').digest('hex')}</ETag></Part></CompleteMultipartUpload>`

/** A request of each operation that succeeds, on Ada's object; `UPLOAD` stands for an upload to it. */
const sent: Readonly<Record<OperationName, Sent>> = {
  PutObject: { method: 'PUT', body: 'new' },
  GetObject: { method: 'GET' },
  HeadObject: { method: 'HEAD' },
  DeleteObject: { method: 'DELETE' },
  DeleteObjects: {
    method: 'POST',
    of: 'bucket',
    query: 'delete=',
    headers: { 'content-md5': md5(deletion).digest('base64') },
    body: deletion,
  },
  CopyObject: {
    method: 'PUT',
    headers: {
      'x-amz-copy-source': `${bucketName}/${key}`,
      'x-amz-metadata-directive': 'REPLACE',
    },
  },
  CreateMultipartUpload: { method: 'POST', query: 'uploads=' },
  UploadPart: { method: 'PUT', query: 'partNumber=1&uploadId=UPLOAD', body: 'part' },
  CompleteMultipartUpload: { method: 'POST', query: 'uploadId=UPLOAD', body: completion },
  AbortMultipartUpload: { method: 'DELETE', query: 'uploadId=UPLOAD' },
  ListParts: { method: 'GET', query: 'uploadId=UPLOAD' },
  ListObjectsV2: { method: 'GET', of: 'bucket', query: 'list-type=2' },
  ListObjects: { method: 'GET', of: 'bucket' },
  ListMultipartUploads: { method: 'GET', of: 'bucket', query: 'uploads=' },
  ListObjectVersions: { method: 'GET', of: 'bucket', query: 'versions=' },
  ListBuckets: { method: 'GET', of: 'service' },
  GetObjectAttributes: {
    method: 'GET',
    query: 'attributes=',
    headers: { 'x-amz-object-attributes': 'ETag,ObjectParts' },
  },
  GetObjectTagging: { method: 'GET', query: 'tagging=' },
  PutObjectTagging: { method: 'PUT', query: 'tagging=', body: tagging },
  DeleteObjectTagging: { method: 'DELETE', query: 'tagging=' },
  UploadPartCopy: {
    method: 'PUT',
    query: 'partNumber=2&uploadId=UPLOAD',
    headers: { 'x-amz-copy-source': `${bucketName}/${key}` },
  },
  HeadBucket: { method: 'HEAD', of: 'bucket' },
  GetBucketLocation: { method: 'GET', of: 'bucket', query: 'location=' },
  GetBucketVersioning: { method: 'GET', of: 'bucket', query: 'versioning=' },
}

const past = 'Thu, 01 Jan 2015 00:00:00 GMT'

/** What each header that is honoured answers a value with that does not hold: its status and code. */
const noticed: Readonly<Record<string, [value: string, answers: readonly string[]]>> = {
  'if-match': ['"other"', ['412 PreconditionFailed']],
  'if-none-match': ['*', ['412 PreconditionFailed', '304 undefined']],
  'if-modified-since': ['now', ['304 undefined']],
  'if-unmodified-since': [past, ['412 PreconditionFailed']],
  range: ['bytes=99-', ['416 InvalidRange']],
  'content-md5': ['nonsense', ['400 InvalidDigest']],
  'x-amz-bypass-governance-retention': ['true', ['400 InvalidArgument']],
  'x-amz-checksum-algorithm': ['nonsense', ['400 InvalidRequest']],
  'x-amz-checksum-crc32': ['nonsense', ['400 InvalidRequest']],
  'x-amz-checksum-crc32c': ['nonsense', ['400 InvalidRequest']],
  'x-amz-checksum-crc64nvme': ['nonsense', ['400 InvalidRequest', '400 BadDigest']],
  'x-amz-checksum-sha1': ['nonsense', ['400 InvalidRequest']],
  'x-amz-checksum-sha256': ['nonsense', ['400 InvalidRequest']],
  'x-amz-checksum-type': ['nonsense', ['400 InvalidRequest']],
  'x-amz-copy-source': ['nonsense', ['400 InvalidArgument']],
  'x-amz-copy-source-range': ['nonsense', ['400 InvalidArgument']],
  'x-amz-max-parts': ['nonsense', ['400 InvalidArgument']],
  'x-amz-object-attributes': ['nonsense', ['400 InvalidArgument']],
  'x-amz-part-number-marker': ['nonsense', ['400 InvalidArgument']],
  'x-amz-tagging': ['a=1&a=2', ['400 InvalidArgument']],
  'x-amz-copy-source-if-match': ['"other"', ['412 PreconditionFailed']],
  'x-amz-copy-source-if-modified-since': ['now', ['412 PreconditionFailed']],
  'x-amz-copy-source-if-none-match': ['*', ['412 PreconditionFailed']],
  'x-amz-copy-source-if-unmodified-since': [past, ['412 PreconditionFailed']],
  'x-amz-expected-bucket-owner': ['nobody', ['400 InvalidBucketOwnerAWSAccountID']],
  'x-amz-metadata-directive': ['nonsense', ['400 InvalidArgument']],
  'x-amz-mp-object-size': ['1', ['400 InvalidRequest']],
  'x-amz-sdk-checksum-algorithm': ['nonsense', ['400 InvalidRequest']],
  'x-amz-source-expected-bucket-owner': ['nobody', ['400 InvalidBucketOwnerAWSAccountID']],
  'x-amz-tagging-directive': ['nonsense', ['400 InvalidArgument']],
}

/** Any value is as good: they describe the object, or ask for more in the answer. */
const anyValue =
  /^(?:cache-control|content-(?:disposition|encoding|language|length|type)|expires|x-amz-meta-\*|x-amz-checksum-mode|x-amz-request-payer)$/

/** S3 itself passes over a checksum of the whole that the upload did not ask for. */
const passedOver = /^x-amz-checksum-(?:crc32|crc32c|sha1|sha256)$/

/** The object, and an upload with one part to it. */
async function start() {
  const s3 = createTestS3()
  await put(s3)
  const credentials = s3.issueAdmin()
  const created = await answer(
    s3,
    signed(s3, { method: 'POST', url: `${own}?uploads=`, body: '', credentials }),
  )
  const uploadId = created.element('UploadId') ?? ''
  const url = `${own}?partNumber=1&uploadId=${uploadId}`
  await answer(s3, signed(s3, { url, body: 'part', credentials }))

  const now = new Date(s3.runtime.clock.now()).toUTCString()
  function prepare(operation: OperationName, header?: string, value = '') {
    const { method, query = '', of, headers = {}, body } = sent[operation]
    const path = of === undefined ? own : `${origin}/${of === 'bucket' ? bucketName : ''}`
    const more = header === undefined ? {} : { [header]: value === 'now' ? now : value }
    const all: Record<string, string> = { ...headers, ...more }
    return {
      method,
      url: `${path}?${query.replace('UPLOAD', uploadId)}`,
      headers: all,
      body: body ?? null,
    }
  }
  return {
    s3,
    inHeader: (...[operation, header, value]: Parameters<typeof prepare>) =>
      answer(s3, signed(s3, { ...prepare(operation, header, value), credentials })),
    /** The header as a parameter of a presigned URL, the others as they are. */
    inQuery: (operation: OperationName, header: string, value: string) => {
      const { url, body, headers, method } = prepare(operation)
      const others = Object.entries(headers).filter(([name]) => name !== header)
      const request = { method, headers: Object.fromEntries(others) }
      const target = new URL(url)
      target.searchParams.set(header, value === 'now' ? now : value)
      const link = presigned(s3, { ...request, url: target.href, credentials })
      return answer(s3, new Request(link, { ...request, body }))
    },
  }
}

async function objectIsAsItWas(s3: TestS3): Promise<boolean> {
  const found = await answer(
    s3,
    signed(s3, { method: 'GET', body: null, credentials: s3.issueAdmin() }),
  )
  return found.text === 'hello'
}

const operations = Object.entries<OperationParameters>(operationParameters) as [
  OperationName,
  OperationParameters,
][]

test.for(operations)('%s succeeds with nothing asked for', async ([operation]) => {
  const { inHeader } = await start()

  expect((await inHeader(operation)).status).toBeLessThan(300)
})

test.for(operations)('%s refuses by name what it does not honour', async ([operation, row]) => {
  const refused = Object.entries(row.headers).filter(([, treatment]) => treatment !== 'honoured')

  for (const [header, treatment] of refused) {
    const { s3, inHeader, inQuery } = await start()
    const isAcl = typeof treatment === 'object' && treatment.code !== undefined
    const expected = isAcl
      ? { status: 400, code: 'AccessControlListNotSupported' }
      : { status: 501, code: 'NotImplemented' }
    const { isHead, ...wanted } = { ...expected, isHead: sent[operation].method === 'HEAD' }
    const isHoisted = header.startsWith('x-amz-') && !header.startsWith('x-amz-checksum-')
    const answers = [
      await inHeader(operation, header, 'anything'),
      ...(isHoisted ? [await inQuery(operation, header, 'anything')] : []),
    ]

    for (const { status, code, element } of answers) {
      expect({ header, status, ...(!isHead && { code }) }).toEqual({
        header,
        status: wanted.status,
        ...(!isHead && { code: wanted.code }),
      })
      if (!isHead && !isAcl) expect(element('Header')).toBe(header)
    }
    expect(await objectIsAsItWas(s3), header).toBe(true)
  }
})

test.for(operations)('%s notices every header that it honours', async ([operation, row]) => {
  const isHead = sent[operation].method === 'HEAD'
  const honoured = Object.entries(row.headers)
    .filter(([header, treatment]) => treatment === 'honoured' && !anyValue.test(header))
    .map(([header]) => header)

  for (const header of honoured) {
    if (operation === 'CompleteMultipartUpload' && passedOver.test(header)) continue
    const { s3, inHeader, inQuery } = await start()
    const [value, outcomes] = noticed[header] ?? ['', ['nothing is said about it']]
    const isHoisted =
      /^(?:x-amz-(?!checksum-|sdk-)|if-)/.test(header) && header !== 'x-amz-copy-source'
    const answers = [
      await inHeader(operation, header, value),
      ...(isHoisted ? [await inQuery(operation, header, value)] : []),
    ]

    for (const { status, code } of answers) {
      const outcome = `${status} ${code}`
      const wanted = isHead ? outcomes.map((each) => `${each.slice(0, 3)} undefined`) : outcomes
      expect(wanted, `${header}: ${outcome}`).toContain(outcome)
    }
    expect(await objectIsAsItWas(s3), header).toBe(true)
  }
})
