import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
  type ChecksumType,
  type S3Client,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { policyOf } from '../../support/iam/policies.ts'
import { ada, bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

const Key = 'film'
const partSize = 5 * 1024 * 1024

async function connect(config = {}) {
  const s3 = createTestS3(config)
  const url = await listenS3(s3)
  return { s3, url, client: s3Client(url, s3.issueAdmin()) }
}

/** Two parts: five MiB, and a line. */
async function upload(client: S3Client, ChecksumType: ChecksumType) {
  const algorithm = { ChecksumAlgorithm: 'CRC32C' } as const
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ...algorithm, ChecksumType }),
  )
  const Parts = []
  for (const [index, Body] of [new Uint8Array(partSize), 'test content 123'].entries()) {
    const PartNumber = index + 1
    const input = { Bucket, Key, UploadId, PartNumber, Body, ...algorithm }
    const { ETag, ChecksumCRC32C } = await client.send(new UploadPartCommand(input))
    Parts.push({ PartNumber, ETag, ChecksumCRC32C })
  }
  await client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
  )
  return Parts
}

test('a part is read by its number, with its own checksum and how many there are', async () => {
  const { client } = await connect()
  const [, second] = await upload(client, 'COMPOSITE')
  const input = { Bucket, Key, PartNumber: 2, ChecksumMode: 'ENABLED' } as const

  const head = await client.send(new HeadObjectCommand(input))
  const got = await client.send(new GetObjectCommand(input))

  for (const answer of [head, got]) {
    expect(answer).toMatchObject({
      ContentLength: 16,
      ContentRange: `bytes ${partSize}-${partSize + 15}/${partSize + 16}`,
      PartsCount: 2,
      ChecksumCRC32C: second?.ChecksumCRC32C,
      ChecksumType: 'COMPOSITE',
      $metadata: { httpStatusCode: 206 },
    })
  }
  expect(await got.Body!.transformToString()).toBe('test content 123')
})

test('an object that came in one piece is its own first part, and its only one', async () => {
  const { client } = await connect()
  await client.send(new PutObjectCommand({ Bucket, Key, Body: 'test-123' }))
  await client.send(new PutObjectCommand({ Bucket, Key: 'empty', Body: '', ContentLength: 0 }))

  const first = await client.send(new GetObjectCommand({ Bucket, Key, PartNumber: 1 }))
  const empty = await client.send(new GetObjectCommand({ Bucket, Key: 'empty', PartNumber: 1 }))

  expect(first).toMatchObject({
    ContentRange: 'bytes 0-7/8',
    $metadata: { httpStatusCode: 206 },
  })
  expect(first.PartsCount).toBeUndefined()
  expect(empty.ContentLength).toBe(0)
  await expect(
    client.send(new GetObjectCommand({ Bucket, Key, PartNumber: 2 })),
  ).rejects.toMatchObject({
    name: 'InvalidPartNumber',
    message: 'The requested partnumber is not satisfiable',
    ActualPartCount: '1',
    PartNumberRequested: '2',
    $metadata: { httpStatusCode: 416 },
  })
})

test('a part and a range at once are refused, and what is no number of a part', async () => {
  const { client } = await connect()
  await client.send(new PutObjectCommand({ Bucket, Key, Body: 'test-123' }))

  await expect(
    client.send(new GetObjectCommand({ Bucket, Key, PartNumber: 1, Range: 'bytes=0-1' })),
  ).rejects.toMatchObject({ name: 'InvalidRequest' })
  await expect(
    client.send(new GetObjectCommand({ Bucket, Key, PartNumber: 10_001 })),
  ).rejects.toMatchObject({ name: 'InvalidArgument', ArgumentName: 'partNumber' })
})

test('the attributes of an object are those that are asked for', async () => {
  const { client } = await connect({ versioning: true })
  const put = { Bucket, Key, Body: 'getting', ChecksumAlgorithm: 'CRC32' } as const
  const { VersionId } = await client.send(new PutObjectCommand(put))

  const all = await client.send(
    new GetObjectAttributesCommand({
      Bucket,
      Key,
      ObjectAttributes: ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'],
    }),
  )
  const size = await client.send(
    new GetObjectAttributesCommand({ Bucket, Key, VersionId, ObjectAttributes: ['ObjectSize'] }),
  )

  expect(all).toMatchObject({
    ETag: 'df9831df9099278e4ae2d2e21f626e13',
    Checksum: { ChecksumCRC32: expect.any(String) as string, ChecksumType: 'FULL_OBJECT' },
    StorageClass: 'STANDARD',
    ObjectSize: 7,
    VersionId,
  })
  expect(all.ObjectParts).toBeUndefined()
  expect(all.LastModified).toBeInstanceOf(Date)
  expect({ ...size, $metadata: {} }).toEqual({
    $metadata: {},
    LastModified: all.LastModified,
    VersionId,
    ObjectSize: 7,
  })
})

test('the parts of a composite object are listed page by page', async () => {
  const { client } = await connect()
  const parts = await upload(client, 'COMPOSITE')
  const read = async (more = {}) => {
    const { ObjectParts, Checksum } = await client.send(
      new GetObjectAttributesCommand({
        Bucket,
        Key,
        ObjectAttributes: ['ObjectParts', 'Checksum'],
        ...more,
      }),
    )
    return { ObjectParts, Checksum }
  }

  const first = await read({ MaxParts: 1 })
  const second = await read({ MaxParts: 1, PartNumberMarker: '1' })
  const beyond = await read({ MaxParts: 1, PartNumberMarker: '10' })

  expect(first.Checksum?.ChecksumCRC32C).toMatch(/^[\w+/]{6}==$/)
  expect(first.ObjectParts).toEqual({
    TotalPartsCount: 2,
    PartNumberMarker: '0',
    NextPartNumberMarker: '1',
    MaxParts: 1,
    IsTruncated: true,
    Parts: [{ PartNumber: 1, Size: partSize, ChecksumCRC32C: parts[0]?.ChecksumCRC32C }],
  })
  expect(second.ObjectParts).toMatchObject({
    NextPartNumberMarker: '2',
    IsTruncated: false,
    Parts: [{ PartNumber: 2, Size: 16, ChecksumCRC32C: parts[1]?.ChecksumCRC32C }],
  })
  expect(beyond.ObjectParts).toEqual({
    TotalPartsCount: 2,
    PartNumberMarker: '10',
    NextPartNumberMarker: '0',
    MaxParts: 1,
    IsTruncated: false,
  })
})

test('of an object with a checksum of the whole only the number of parts is told', async () => {
  const { client } = await connect()
  await upload(client, 'FULL_OBJECT')

  const { ObjectParts } = await client.send(
    new GetObjectAttributesCommand({ Bucket, Key, ObjectAttributes: ['ObjectParts'] }),
  )

  expect(ObjectParts).toEqual({ TotalPartsCount: 2 })
})

test.each([
  ['s3:GetObject', 's3:GetObjectAttributes'],
  ['s3:GetObjectAttributes', 's3:GetObject'],
])('%s alone does not show attributes', async (Action, missing) => {
  const { s3, url, client } = await connect()
  await client.send(new PutObjectCommand({ Bucket, Key, Body: 'a' }))
  const reader = s3Client(
    url,
    s3.issue(ada, [policyOf({ Effect: 'Allow', Action, Resource: '*' })]),
  )

  await expect(
    reader.send(new GetObjectAttributesCommand({ Bucket, Key, ObjectAttributes: ['ETag'] })),
  ).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining(`${missing} on resource`) as string,
  })
})

test('attributes of nothing, or that nobody knows, are refused', async () => {
  const { client } = await connect()
  await client.send(new PutObjectCommand({ Bucket, Key, Body: 'a' }))
  const ask = (more: object) =>
    client.send(
      new GetObjectAttributesCommand({ Bucket, Key, ObjectAttributes: ['ETag'], ...more }),
    )

  await expect(ask({ Key: 'missing' })).rejects.toMatchObject({ name: 'NoSuchKey' })
  await expect(ask({ ObjectAttributes: ['Colour'] })).rejects.toMatchObject({
    name: 'InvalidArgument',
    message: 'Invalid attribute name specified.',
  })
})
