import * as sdk from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { bucketName, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

const here = new Set([
  'AbortMultipartUpload',
  'CompleteMultipartUpload',
  'CopyObject',
  'CreateMultipartUpload',
  'DeleteObject',
  'DeleteObjectTagging',
  'DeleteObjects',
  'GetBucketLocation',
  'GetBucketVersioning',
  'GetObject',
  'GetObjectAttributes',
  'GetObjectTagging',
  'HeadBucket',
  'HeadObject',
  'ListBuckets',
  'ListMultipartUploads',
  'ListObjectVersions',
  'ListObjects',
  'ListObjectsV2',
  'ListParts',
  'PutObject',
  'PutObjectTagging',
  'UploadPart',
  'UploadPartCopy',
])

/** Goes to a host of its own, which no local server can be, or to the one of directory buckets. */
const elsewhere = new Set(['WriteGetObjectResponse', 'ListDirectoryBuckets'])

const names = Object.keys(sdk)
  .filter((name) => name.endsWith('Command'))
  .map((name) => name.slice(0, -'Command'.length))
  .filter((name) => !name.startsWith('$') && !here.has(name) && !elsewhere.has(name))

/** Whatever any of them needs to be sent at all. */
const input = {
  Bucket: bucketName,
  Key: 'a',
  Id: 'x',
  UploadId: 'x',
  PartNumber: 1,
  CopySource: `${bucketName}/a`,
  RenameSource: 'b',
  AnnotationName: 'n',
  Body: '',
  ChecksumAlgorithm: 'CRC32',
}

test('whatever AWS has and this has not is refused by name, and leaves all as it is', async () => {
  const s3 = createTestS3()
  const client = s3Client(await listenS3(s3), s3.issueAdmin())
  await client.send(new sdk.PutObjectCommand({ Bucket: bucketName, Key: 'a', Body: 'kept' }))
  const answered: string[] = []

  for (const name of names) {
    const Command = sdk[`${name}Command` as keyof typeof sdk] as unknown as new (
      input: object,
    ) => sdk.HeadBucketCommand
    const { Id: _, AnnotationName: __, ...without } = input
    const refusal = await client.send(new Command(name.startsWith('List') ? without : input)).then(
      () => 'an answer',
      (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : 'none'),
    )
    if (refusal !== `NotImplemented: The operation ${name} is not implemented`) {
      answered.push(`${name}: ${refusal}`)
    }
  }

  expect(names.length).toBeGreaterThan(80)
  expect(answered).toEqual([])
  const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: bucketName, Key: 'a' }))
  expect(await Body!.transformToString()).toBe('kept')
})

test('a bucket that is not in the template is not created, and says by name why not', async () => {
  const s3 = createTestS3()
  const client = s3Client(await listenS3(s3), s3.issueAdmin())

  await expect(
    client.send(new sdk.CreateBucketCommand({ Bucket: 'another-one' })),
  ).rejects.toMatchObject({ name: 'NotImplemented', Operation: 'CreateBucket' })
  await expect(
    client.send(new sdk.DeleteBucketCommand({ Bucket: 'another-one' })),
  ).rejects.toMatchObject({ name: 'NoSuchBucket' })
})
