import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
  type CreateMultipartUploadCommandInput,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

const Key = 'video'
const partSize = 5 * 1024 * 1024

async function connect(config = {}) {
  const s3 = createTestS3(config)
  const client = s3Client(await listenS3(s3), s3.issueAdmin())
  /** Only these uploads want the checksums of their parts listed. */
  const withChecksums = new Set<string>()
  const create = async (more: Partial<CreateMultipartUploadCommandInput> = {}) => {
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ Bucket, Key, ...more }),
    )
    if (more.ChecksumAlgorithm) withChecksums.add(UploadId!)
    return UploadId!
  }
  const part = async (UploadId: string, PartNumber: number, Body: Uint8Array, more = {}) => {
    const sent = await client.send(
      new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body, ...more }),
    )
    const { ETag, ChecksumCRC32 } = sent
    return { PartNumber, ETag, ...(withChecksums.has(UploadId) && { ChecksumCRC32 }) }
  }
  const complete = (UploadId: string, Parts: CompletedPart[], more = {}) =>
    client.send(
      new CompleteMultipartUploadCommand({
        Bucket,
        Key,
        UploadId,
        MultipartUpload: { Parts },
        ...more,
      }),
    )
  return { s3, client, create, part, complete }
}

function bytes(size: number, fill: number): Uint8Array {
  return new Uint8Array(size).fill(fill)
}

function md5(...parts: Uint8Array[]): Buffer {
  const hash = createHash('md5')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

test('the upload manager sends a large stream in parts, and it comes back whole', async () => {
  const { client } = await connect()
  const body = Buffer.alloc(2 * partSize + 12_345, 'abcdefghijk')
  const upload = new Upload({
    client,
    params: {
      Bucket,
      Key,
      Body: Readable.from([body.subarray(0, 7_000_000), body.subarray(7_000_000)]),
      ContentType: 'video/mp4',
      Metadata: { by: 'ada' },
    },
    partSize,
  })

  const done = await upload.done()
  const got = await client.send(new GetObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }))

  expect(done.ETag).toMatch(/^"[\da-f]{32}-3"$/)
  expect(got).toMatchObject({ ETag: done.ETag, ContentType: 'video/mp4', Metadata: { by: 'ada' } })
  expect(got.ChecksumCRC32).toMatch(/-3$/)
  expect(md5(await got.Body!.transformToByteArray())).toEqual(md5(body))
})

test('the entity tag is the MD5 of the MD5s and the number of parts', async () => {
  const { create, part, complete } = await connect()
  const UploadId = await create()
  const first = bytes(partSize, 1)
  const second = bytes(10, 2)

  const parts = [await part(UploadId, 3, first), await part(UploadId, 7, second)]
  const done = await complete(UploadId, parts)

  expect(done.ETag).toBe(`"${md5(md5(first), md5(second)).toString('hex')}-2"`)
})

test('parts come in any order, replace each other, and only the listed ones count', async () => {
  const { client, create, part, complete } = await connect()
  const UploadId = await create()
  const last = await part(UploadId, 2, bytes(3, 2))
  await part(UploadId, 9, bytes(3, 9))
  await part(UploadId, 1, bytes(partSize, 0))
  const first = await part(UploadId, 1, bytes(partSize, 1))

  await complete(UploadId, [first, last])
  const got = await client.send(new GetObjectCommand({ Bucket, Key, Range: 'bytes=-4' }))

  expect([...(await got.Body!.transformToByteArray())]).toEqual([1, 2, 2, 2])
})

test.each([
  ['a full object', 'FULL_OBJECT', 'CRC32'],
  ['a full object', 'FULL_OBJECT', 'CRC32C'],
  ['a full object', 'FULL_OBJECT', 'CRC64NVME'],
] as const)('the checksum of %s is that of the bytes (%s %s)', async (_, ChecksumType, name) => {
  const { client, create, part, complete } = await connect()
  const more = { ChecksumAlgorithm: name }
  const UploadId = await create({ ...more, ChecksumType })
  const parts = [bytes(partSize, 1), bytes(partSize + 1, 2), bytes(77, 3)]
  const sent = []
  for (const [index, body] of parts.entries()) {
    sent.push(await part(UploadId, index + 1, body, more))
  }
  const whole = await client.send(
    new PutObjectCommand({ Bucket, Key: 'whole', Body: Buffer.concat(parts), ...more }),
  )

  const Parts = sent.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }))
  const checksum = { [`Checksum${name}`]: whole[`Checksum${name}`] }
  const done = await complete(UploadId, Parts, { ...checksum, ChecksumType })

  expect(done[`Checksum${name}`]).toBe(whole[`Checksum${name}`])
  expect(done.ChecksumType).toBe('FULL_OBJECT')
})

test('a wrong checksum of the whole is refused, and the upload stays', async () => {
  const { client, create, part, complete } = await connect()
  const UploadId = await create({ ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' })
  const parts = [await part(UploadId, 1, bytes(5, 1))]

  await expect(complete(UploadId, parts, { ChecksumCRC32: 'AAAAAA==' })).rejects.toMatchObject({
    name: 'BadDigest',
  })
  await complete(UploadId, parts)

  expect((await client.send(new HeadObjectCommand({ Bucket, Key }))).ContentLength).toBe(5)
})

test('ListParts pages through what has arrived', async () => {
  const { client, create, part } = await connect()
  const UploadId = await create()
  for (const number of [1, 2, 10]) await part(UploadId, number, bytes(number, 1))

  const first = await client.send(new ListPartsCommand({ Bucket, Key, UploadId, MaxParts: 2 }))
  const second = await client.send(
    new ListPartsCommand({ Bucket, Key, UploadId, PartNumberMarker: first.NextPartNumberMarker }),
  )

  expect(first.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect(first.IsTruncated).toBe(true)
  expect(second.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([10])
  expect(second.IsTruncated).toBe(false)
})

test('a completion is refused for parts in disorder, unknown, changed or too small', async () => {
  const { create, part, complete } = await connect()
  const UploadId = await create()
  const one = await part(UploadId, 1, bytes(10, 1))
  const two = await part(UploadId, 2, bytes(10, 2))

  await expect(complete(UploadId, [two, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' })
  await expect(complete(UploadId, [one, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' })
  await expect(complete(UploadId, [one, two])).rejects.toMatchObject({ name: 'EntityTooSmall' })
  const UploadWithChecksum = await create({ ChecksumAlgorithm: 'CRC32' })
  const summed = await part(UploadWithChecksum, 1, bytes(10, 1))
  for (const wrong of [
    { ...summed, PartNumber: 3 },
    { ...summed, ETag: two.ETag },
    { ...summed, ChecksumCRC32: 'AAAAAA==' },
  ]) {
    await expect(complete(UploadWithChecksum, [wrong])).rejects.toMatchObject({
      name: 'InvalidPart',
    })
  }
  await expect(complete(UploadId, [])).rejects.toMatchObject({
    name: 'InvalidRequest',
    message: 'You must specify at least one part',
  })
})

test('a part number is from 1 to 10,000', async () => {
  const { create, part } = await connect()
  const UploadId = await create()

  for (const number of [0, 10_001]) {
    await expect(part(UploadId, number, bytes(1, 1))).rejects.toMatchObject({
      name: 'InvalidArgument',
    })
  }
})

test('an aborted upload is gone, and so are its parts', async () => {
  const { s3, client, create, part, complete } = await connect()
  const UploadId = await create()
  const one = await part(UploadId, 1, bytes(10, 1))
  const deleted: string[] = []
  const original = s3.runtime.blobs.delete.bind(s3.runtime.blobs)
  s3.runtime.blobs.delete = (id) => {
    deleted.push(id)
    return original(id)
  }

  await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))

  expect(deleted).toHaveLength(1)
  await expect(part(UploadId, 2, bytes(1, 1))).rejects.toMatchObject({ name: 'NoSuchUpload' })
  await expect(complete(UploadId, [one])).rejects.toMatchObject({ name: 'NoSuchUpload' })
  await expect(client.send(new ListPartsCommand({ Bucket, Key, UploadId }))).rejects.toMatchObject({
    name: 'NoSuchUpload',
  })
})

test('an upload belongs to its key', async () => {
  const { client, create } = await connect()
  const UploadId = await create()

  await expect(
    client.send(new ListPartsCommand({ Bucket, Key: 'other', UploadId })),
  ).rejects.toMatchObject({ name: 'NoSuchUpload' })
})

test('of two completions at once, one makes the object, and both are answered with it', async () => {
  const { create, part, complete } = await connect({ versioning: true })
  const UploadId = await create()
  const one = await part(UploadId, 1, bytes(10, 1))

  const [left, right] = await Promise.all([complete(UploadId, [one]), complete(UploadId, [one])])

  expect(left.VersionId).toMatch(/^\w{32}$/)
  expect(right).toMatchObject({ VersionId: left.VersionId, ETag: left.ETag })
})

test('a completion that must not overwrite does not', async () => {
  const { client, create, part, complete } = await connect()
  const UploadId = await create()
  const one = await part(UploadId, 1, bytes(10, 1))
  await client.send(new PutObjectCommand({ Bucket, Key, Body: 'first' }))

  await expect(complete(UploadId, [one], { IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  })
  expect((await client.send(new HeadObjectCommand({ Bucket, Key }))).ContentLength).toBe(5)
})

test('a copy of an object in parts is one piece', async () => {
  const { client, create, part, complete } = await connect()
  const UploadId = await create()
  const body = [bytes(partSize, 1), bytes(5, 2)]
  await complete(UploadId, [await part(UploadId, 1, body[0]!), await part(UploadId, 2, body[1]!)])

  const copy = await client.send(
    new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/${Key}` }),
  )

  expect(copy.CopyObjectResult?.ETag).toBe(`"${md5(...body).toString('hex')}"`)
})
