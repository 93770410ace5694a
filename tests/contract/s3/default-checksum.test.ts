import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

const Key = 'a'
const enabled = { Bucket, Key, ChecksumMode: 'ENABLED' } as const
/** As S3 gave it in February 2026 (LocalStack's test_s3.py), for `test data..` and for `aaa`. */
const ofTestData = { ChecksumCRC64NVME: 'qUVrWYOrIAM=', ChecksumType: 'FULL_OBJECT' }
const ofAaa = { ChecksumCRC64NVME: 'Rnr2/5P7Gsk=', ChecksumType: 'FULL_OBJECT' }

/** A client that adds no checksum by itself, as those before 2025. */
async function connect() {
  const s3 = createTestS3()
  const config = { requestChecksumCalculation: 'WHEN_REQUIRED' } as const
  return s3Client(await listenS3(s3), s3.issueAdmin(), config)
}

test('what comes without a checksum is given one, which reads, lists and copies show', async () => {
  const client = await connect()

  const put = await client.send(new PutObjectCommand({ Bucket, Key, Body: 'test data..' }))
  const head = await client.send(new HeadObjectCommand(enabled))
  const got = await client.send(new GetObjectCommand(enabled))
  const { Contents } = await client.send(new ListObjectsV2Command({ Bucket }))
  const copied = await client.send(
    new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/${Key}` }),
  )

  for (const shown of [put, head, got, copied.CopyObjectResult]) {
    expect(shown).toMatchObject(ofTestData)
  }
  expect(Contents?.[0]).toMatchObject({
    ChecksumAlgorithm: ['CRC64NVME'],
    ChecksumType: 'FULL_OBJECT',
  })
  expect(await got.Body!.transformToString()).toBe('test data..')
})

test('an upload that asks for none has one of the whole, whatever its parts came with', async () => {
  const client = await connect()
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  const upload = { Bucket, Key, UploadId }
  const part = await client.send(
    new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'aaa', ChecksumAlgorithm: 'CRC32C' }),
  )
  const { Parts } = await client.send(new ListPartsCommand(upload))
  const complete = (more: object) =>
    client.send(
      new CompleteMultipartUploadCommand({
        ...upload,
        MultipartUpload: { Parts: [{ PartNumber: 1, ETag: part.ETag, ...more }] },
      }),
    )

  expect(part.ChecksumCRC32C).toBe('45fn2Q==')
  expect(Parts?.[0]?.ChecksumCRC32C).toBeUndefined()
  await expect(complete({ ChecksumCRC32C: '45fn2Q==' })).rejects.toMatchObject({
    name: 'InvalidPart',
  })
  expect(await complete({})).toMatchObject({
    ...ofAaa,
    ETag: '"e2c3da976e66ec9e7dc128fbc782fc91-1"',
  })
  expect(await client.send(new HeadObjectCommand(enabled))).toMatchObject(ofAaa)
})

test('the checksum of the whole follows from those of many parts', async () => {
  const client = await connect()
  const parts = [Buffer.alloc(5 * 1024 ** 2, 'ab'), Buffer.from('the end')]
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  const upload = { Bucket, Key, UploadId }
  const Parts = []
  for (const [index, Body] of parts.entries()) {
    const PartNumber = index + 1
    const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body }))
    Parts.push({ PartNumber, ETag })
  }

  const done = await client.send(
    new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }),
  )

  const whole = new PutObjectCommand({ Bucket, Key: 'whole', Body: Buffer.concat(parts) })
  expect(done.ChecksumCRC64NVME).toBe((await client.send(whole)).ChecksumCRC64NVME)
})
