import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

async function connect(config = {}) {
  const s3 = createTestS3(config)
  const endpoint = await listenS3(s3)
  return { s3, endpoint, client: s3Client(endpoint, s3.issueAdmin()) }
}

async function read(client: S3Client, Key: string, more = {}) {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, ...more }))
  return Body!.transformToString()
}

test('an object comes back as it was put, with its headers and metadata', async () => {
  const { client } = await connect()
  const Body = crypto.getRandomValues(new Uint8Array(50_000))

  const put = await client.send(
    new PutObjectCommand({
      Bucket,
      Key: 'picture.webp',
      Body,
      ContentType: 'image/webp',
      CacheControl: 'no-store',
      ContentDisposition: 'inline',
      ContentLanguage: 'en',
      Metadata: { author: 'Ada' },
    }),
  )
  const got = await client.send(
    new GetObjectCommand({ Bucket, Key: 'picture.webp', ChecksumMode: 'ENABLED' }),
  )

  expect(await got.Body!.transformToByteArray()).toEqual(Body)
  expect(got).toMatchObject({
    ContentType: 'image/webp',
    CacheControl: 'no-store',
    ContentDisposition: 'inline',
    ContentLanguage: 'en',
    ContentLength: 50_000,
    Metadata: { author: 'Ada' },
    ETag: put.ETag,
    ChecksumCRC32: put.ChecksumCRC32,
    ServerSideEncryption: 'AES256',
    AcceptRanges: 'bytes',
  })
  expect(put.ChecksumCRC32).toBeDefined()
})

test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
  'a %s checksum is verified and kept',
  async (ChecksumAlgorithm) => {
    const { client } = await connect()

    const put = await client.send(
      new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello', ChecksumAlgorithm }),
    )
    const head = await client.send(
      new HeadObjectCommand({ Bucket, Key: 'a', ChecksumMode: 'ENABLED' }),
    )

    expect(put[`Checksum${ChecksumAlgorithm}`]).toBeDefined()
    expect(head[`Checksum${ChecksumAlgorithm}`]).toBe(put[`Checksum${ChecksumAlgorithm}`])
  },
)

test('a stream of known length is taken with its checksum in the trailer', async () => {
  const { client } = await connect()
  const chunk = new Uint8Array(70_000).fill(97)
  const Body = Readable.from([chunk, chunk, chunk, chunk, chunk])

  await client.send(
    new PutObjectCommand({
      Bucket,
      Key: 'stream',
      Body,
      ContentLength: 350_000,
      ContentEncoding: 'gzip',
    }),
  )
  const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'stream' }))

  expect(head.ContentLength).toBe(350_000)
  expect(head.ContentEncoding).toBe('gzip')
})

test.each([
  'plain',
  '../x',
  'a/../b',
  './x',
  'a//b',
  '/leading',
  'trailing/',
  'a%2Fb',
  '%',
  'a+b',
  'a b',
  'ünï/😀.png',
  'quote\'"<&>',
  'a?b#c',
  '\u0001',
  'k'.repeat(1024),
  'constructor',
  '__proto__',
])('the key %j goes round', async (Key) => {
  const { client } = await connect()

  await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
  const body = await read(client, Key)
  await client.send(new DeleteObjectCommand({ Bucket, Key }))

  expect(body).toBe(Key)
  await expect(read(client, Key)).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test.each([
  ['\0', 'InvalidURI'],
  ['k'.repeat(1025), 'KeyTooLongError'],
  ['😀'.repeat(257), 'KeyTooLongError'],
])('the key %j is refused', async (Key, name) => {
  const { client } = await connect()

  await expect(client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))).rejects.toMatchObject(
    { name },
  )
})

test('one range is served, and one beyond the end is not', async () => {
  const { client } = await connect()
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: '0123456789' }))

  const middle = await client.send(new GetObjectCommand({ Bucket, Key: 'a', Range: 'bytes=2-4' }))

  expect(await middle.Body!.transformToString()).toBe('234')
  expect(middle.ContentRange).toBe('bytes 2-4/10')
  expect(middle.$metadata.httpStatusCode).toBe(206)
  expect(await read(client, 'a', { Range: 'bytes=7-' })).toBe('789')
  expect(await read(client, 'a', { Range: 'bytes=-3' })).toBe('789')
  expect(await read(client, 'a', { Range: 'bytes=8-99' })).toBe('89')
  expect(await read(client, 'a', { Range: 'bytes=1-2,4-5' })).toBe('0123456789')
  await expect(read(client, 'a', { Range: 'bytes=10-' })).rejects.toMatchObject({
    name: 'InvalidRange',
  })
})

test('response headers are overridden as the query asks', async () => {
  const { client } = await connect()
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x', ContentType: 'text/css' }))

  const got = await client.send(
    new GetObjectCommand({
      Bucket,
      Key: 'a',
      ResponseContentType: 'text/plain',
      ResponseContentDisposition: 'attachment; filename="a.txt"',
      ResponseCacheControl: 'no-store',
    }),
  )

  expect(got.ContentType).toBe('text/plain')
  expect(got.ContentDisposition).toBe('attachment; filename="a.txt"')
  expect(got.CacheControl).toBe('no-store')
})

test('a copy takes body and metadata along, or replaces the metadata', async () => {
  const { client } = await connect()
  await client.send(
    new PutObjectCommand({
      Bucket,
      Key: 'a b/ü',
      Body: 'x',
      ContentType: 'text/css',
      Metadata: { by: 'ada' },
    }),
  )
  const CopySource = `${Bucket}/${encodeURIComponent('a b/ü')}`

  const copied = await client.send(new CopyObjectCommand({ Bucket, Key: 'same', CopySource }))
  await client.send(
    new CopyObjectCommand({
      Bucket,
      Key: 'other',
      CopySource,
      MetadataDirective: 'REPLACE',
      ContentType: 'text/plain',
      Metadata: { by: 'bob' },
    }),
  )
  const same = await client.send(new HeadObjectCommand({ Bucket, Key: 'same' }))
  const other = await client.send(new HeadObjectCommand({ Bucket, Key: 'other' }))

  expect(copied.CopyObjectResult?.ETag).toBe(same.ETag)
  expect(same).toMatchObject({ ContentType: 'text/css', Metadata: { by: 'ada' } })
  expect(other).toMatchObject({ ContentType: 'text/plain', Metadata: { by: 'bob' } })
  expect(await read(client, 'other')).toBe('x')
})

test('a copy honours the conditions on its source, and is never onto itself', async () => {
  const { client } = await connect()
  const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }))
  const copy = (more: object) =>
    client.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/a`, ...more }))

  await copy({ CopySourceIfMatch: ETag })
  await expect(copy({ CopySourceIfMatch: '"no"' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  })
  await expect(copy({ CopySourceIfNoneMatch: ETag })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  })
  await expect(copy({ Key: 'a' })).rejects.toMatchObject({ name: 'InvalidRequest' })
  await expect(copy({ CopySource: `${Bucket}/none` })).rejects.toMatchObject({ name: 'NoSuchKey' })
  await expect(copy({ CopySource: 'elsewhere/a' })).rejects.toMatchObject({ name: 'NoSuchBucket' })
})

test('many keys are deleted at once, quietly or not', async () => {
  const { client } = await connect()
  for (const Key of ['a', 'b&<c>', 'd']) {
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))
  }

  const loud = await client.send(
    new DeleteObjectsCommand({
      Bucket,
      Delete: { Objects: [{ Key: 'a' }, { Key: 'b&<c>' }, { Key: 'never there' }] },
    }),
  )
  const quiet = await client.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Quiet: true, Objects: [{ Key: 'd' }] } }),
  )

  expect(loud.Deleted?.map(({ Key }) => Key)).toEqual(['a', 'b&<c>', 'never there'])
  expect(quiet.Deleted).toBeUndefined()
  for (const Key of ['a', 'b&<c>', 'd']) {
    await expect(read(client, Key)).rejects.toMatchObject({ name: 'NoSuchKey' })
  }
})

test('a bucket tells where it is, and whether it is', async () => {
  const { client } = await connect()

  const location = await client.send(new GetBucketLocationCommand({ Bucket }))
  await client.send(new HeadBucketCommand({ Bucket }))

  expect(location.LocationConstraint).toBe('eu-west-1')
  await expect(client.send(new HeadBucketCommand({ Bucket: 'none' }))).rejects.toMatchObject({
    name: 'NotFound',
  })
})

test('an overwritten body is gone, and so is a deleted one', async () => {
  const { s3, client } = await connect()
  let deleted = 0
  const { blobs } = s3.runtime
  const original = blobs.delete.bind(blobs)
  blobs.delete = (id) => {
    deleted += 1
    return original(id)
  }

  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: '1' }))
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: '2' }))
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }))

  expect(deleted).toBe(2)
})
