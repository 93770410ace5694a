import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCopyCommand,
  type ChecksumAlgorithm,
  type ChecksumType,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { policyOf } from '../../support/iam/policies.ts'
import { ada, bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

const Key = 'copy'
const partSize = 5 * 1024 * 1024
const CopySource = `${Bucket}/source`

async function connect(body: string | Uint8Array = '0123456789', config = {}) {
  const s3 = createTestS3(config)
  const url = await listenS3(s3)
  const client = s3Client(url, s3.issueAdmin())
  const source = await client.send(new PutObjectCommand({ Bucket, Key: 'source', Body: body }))
  const create = async (more = {}) =>
    (await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ...more }))).UploadId!
  const copy = (UploadId: string, PartNumber: number, more = {}) =>
    client.send(
      new UploadPartCopyCommand({ Bucket, Key, UploadId, PartNumber, CopySource, ...more }),
    )
  return { s3, url, client, source, create, copy }
}

test('an object is put together from pieces of another, byte by byte the same', async () => {
  const whole = new Uint8Array(partSize + 70_001).map((_, index) => index % 251)
  const { client, create, copy } = await connect(whole)
  const UploadId = await create()

  const first = await copy(UploadId, 1, { CopySourceRange: `bytes=0-${partSize - 1}` })
  const rest = await copy(UploadId, 2, {
    CopySourceRange: `bytes=${partSize}-${whole.length - 1}`,
  })
  const Parts = [first, rest].map(({ CopyPartResult }, index) => ({
    PartNumber: index + 1,
    ETag: CopyPartResult?.ETag,
  }))
  const listed = await client.send(new ListPartsCommand({ Bucket, Key, UploadId }))
  await client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
  )

  expect(listed.Parts?.map(({ Size }) => Size)).toEqual([partSize, 70_001])
  expect(listed.Parts?.map(({ ETag }) => ETag)).toEqual(Parts.map(({ ETag }) => ETag))
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
  expect(Buffer.compare(await Body!.transformToByteArray(), whole)).toBe(0)
})

test.each<[ChecksumType, ChecksumAlgorithm]>([
  ['COMPOSITE', 'CRC32C'],
  ['FULL_OBJECT', 'CRC32C'],
  ['COMPOSITE', 'SHA256'],
])('a copied part has the %s %s checksum of its upload', async (ChecksumType, algorithm) => {
  const { client, create, copy } = await connect('this is a part')
  const UploadId = await create({ ChecksumAlgorithm: algorithm, ChecksumType })

  const { CopyPartResult } = await copy(UploadId, 1)
  const member = `Checksum${algorithm}` as const
  const part = { PartNumber: 1, ETag: CopyPartResult?.ETag, [member]: CopyPartResult?.[member] }
  const completed = await client.send(
    new CompleteMultipartUploadCommand({
      Bucket,
      Key,
      UploadId,
      MultipartUpload: { Parts: [part] },
    }),
  )

  if (algorithm === 'CRC32C') expect(CopyPartResult?.ChecksumCRC32C).toBe('iqJrOQ==')
  expect(completed[member]).toMatch(ChecksumType === 'COMPOSITE' ? /-1$/ : /^iqJrOQ==$/)
})

const form =
  'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy'

test.each([
  ['0-8', form],
  ['bytes=1-0', form],
  ['bytes=-2', form],
  ['bytes=1-', form],
  ['bytes=0-1,3-4', form],
  ['bytes=0-100', 'Range specified is not valid for source object of size: 10'],
  ['bytes=10-11', 'The specified copy range is invalid for the source object size'],
])('a copy of %s is refused, since no range is cut or guessed', async (range, message) => {
  const { create, copy } = await connect()

  await expect(copy(await create(), 1, { CopySourceRange: range })).rejects.toMatchObject({
    message,
    $metadata: { httpStatusCode: 400 },
  })
})

test('the conditions on its source hold for a part', async () => {
  const { create, copy, source } = await connect()
  const UploadId = await create()

  await copy(UploadId, 1, { CopySourceIfMatch: source.ETag })
  await expect(copy(UploadId, 1, { CopySourceIfMatch: '"other"' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  })
  await expect(copy(UploadId, 1, { CopySourceIfNoneMatch: source.ETag })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  })
})

test('a version is copied by its id, and the answer says which one it was', async () => {
  const { client, source, create, copy } = await connect('old', { versioning: true })
  await client.send(new PutObjectCommand({ Bucket, Key: 'source', Body: 'new' }))
  const UploadId = await create()

  const old = await copy(UploadId, 1, {
    CopySource: `${CopySource}?versionId=${source.VersionId}`,
  })

  expect(old.CopySourceVersionId).toBe(source.VersionId)
  expect(old.CopyPartResult?.ETag).toBe(source.ETag)
})

test('who may not read the source, or write the destination, copies no part', async () => {
  const { s3, url, create } = await connect()
  const UploadId = await create()
  const allow = (Action: string, key: string) =>
    policyOf({ Effect: 'Allow', Action, Resource: `arn:aws:s3:::${Bucket}/${key}` })
  const input = { Bucket, Key, UploadId, PartNumber: 1, CopySource }

  for (const [policy, missing] of [
    [allow('s3:PutObject', Key), 's3:GetObject'],
    [allow('s3:GetObject', 'source'), 's3:PutObject'],
  ] as const) {
    const client = s3Client(url, s3.issue(ada, [policy]))
    await expect(client.send(new UploadPartCopyCommand(input))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(missing) as string,
    })
  }
})

test('nothing is copied to an upload or from an object that is not there', async () => {
  const { create, copy } = await connect()

  await expect(copy('unknown', 1)).rejects.toMatchObject({ name: 'NoSuchUpload' })
  await expect(copy(await create(), 0)).rejects.toMatchObject({ name: 'InvalidArgument' })
  await expect(copy(await create(), 1, { CopySource: `${Bucket}/missing` })).rejects.toMatchObject({
    name: 'NoSuchKey',
  })
})
