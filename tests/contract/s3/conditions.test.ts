import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { policyOf } from '../../support/iam/policies.ts'
import { own, presigned } from '../../support/s3/s3-requests.ts'
import { ada, bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

async function connect(config = {}) {
  const s3 = createTestS3(config)
  const endpoint = await listenS3(s3)
  return { s3, endpoint, client: s3Client(endpoint, s3.issueAdmin()) }
}

async function read(client: S3Client, Key: string, more = {}) {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, ...more }))
  return Body!.transformToString()
}

test('conditional reads: entity tags stand above dates', async () => {
  const { client } = await connect()
  const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }))
  const { LastModified } = await client.send(new HeadObjectCommand({ Bucket, Key: 'a' }))
  const past = new Date(Date.now() - 86_400_000)
  const future = new Date(Date.now() + 86_400_000)

  expect(await read(client, 'a', { IfMatch: ETag, IfUnmodifiedSince: past })).toBe('x')
  expect(await read(client, 'a', { IfNoneMatch: '"other"', IfModifiedSince: future })).toBe('x')
  // A date to come says nothing.
  expect(await read(client, 'a', { IfModifiedSince: future })).toBe('x')
  for (const condition of [{ IfNoneMatch: ETag }, { IfModifiedSince: LastModified }]) {
    await expect(read(client, 'a', condition)).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    })
  }
  for (const condition of [{ IfMatch: '"other"' }, { IfUnmodifiedSince: past }]) {
    await expect(read(client, 'a', condition)).rejects.toMatchObject({ name: 'PreconditionFailed' })
  }
})

test('conditional writes: nothing is overwritten by who does not know it', async () => {
  const { client } = await connect()
  const put = (Body: string, more = {}) =>
    client.send(new PutObjectCommand({ Bucket, Key: 'a', Body, ...more }))

  await expect(put('x', { IfMatch: '"none"' })).rejects.toMatchObject({ name: 'NoSuchKey' })
  const first = await put('1', { IfNoneMatch: '*' })
  await expect(put('2', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' })
  await put('3', { IfMatch: first.ETag })
  await expect(put('4', { IfMatch: first.ETag })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  })

  expect(await read(client, 'a')).toBe('3')
})

test('of many that create at once, one does', async () => {
  const { client } = await connect()

  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, index) =>
      client.send(
        new PutObjectCommand({ Bucket, Key: 'a', Body: String(index), IfNoneMatch: '*' }),
      ),
    ),
  )

  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
})

test('a conditional delete deletes what it names, alone and among many', async () => {
  const { client } = await connect({ versioning: true })
  const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }))
  await client.send(new PutObjectCommand({ Bucket, Key: 'b', Body: 'y' }))
  const remove = (more: object) =>
    client.send(new DeleteObjectCommand({ Bucket, Key: 'a', ...more }))

  await expect(remove({ IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' })
  await expect(remove({ Key: 'none', IfMatch: '*' })).rejects.toMatchObject({ name: 'NoSuchKey' })
  const { Deleted, Errors } = await client.send(
    new DeleteObjectsCommand({
      Bucket,
      Delete: {
        Objects: [
          { Key: 'a', ETag: '"other"' },
          { Key: 'none', ETag },
          { Key: 'b', ETag: '*' },
          { Key: 'a', Size: 1 },
        ],
      },
    }),
  )

  expect(Deleted?.map(({ Key }) => Key)).toEqual(['b'])
  expect(Errors?.map(({ Key, Code }) => [Key, Code])).toEqual([
    ['a', 'PreconditionFailed'],
    ['none', 'NoSuchKey'],
    ['a', 'NotImplemented'],
  ])
  expect(await read(client, 'a')).toBe('x')

  expect((await remove({ IfMatch: ETag })).DeleteMarker).toBe(true)
  await expect(read(client, 'a')).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test('a conditional delete of who may not read tells nothing of the object', async () => {
  const { s3, endpoint, client } = await connect()
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }))
  const mayDelete = { Effect: 'Allow', Action: 's3:DeleteObject', Resource: '*' } as const
  const person = s3Client(endpoint, s3.issue(ada, [policyOf(mayDelete)]))
  const remove = (IfMatch: string) =>
    person.send(new DeleteObjectCommand({ Bucket, Key: 'a', IfMatch }))

  await expect(remove('"other"')).rejects.toMatchObject({ name: 'AccessDenied' })
  await expect(remove('*')).resolves.toMatchObject({ $metadata: { httpStatusCode: 204 } })
})

test('a policy can ask for a conditional delete, of each key among many', async () => {
  const { s3, endpoint, client } = await connect()
  const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }))
  const conditionally = policyOf(
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    {
      Effect: 'Allow',
      Action: 's3:DeleteObject',
      Resource: '*',
      Condition: { Null: { 's3:if-match': 'false' } },
    },
  )
  const person = s3Client(endpoint, s3.issue(ada, [conditionally]))
  const remove = (more: object) =>
    person.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'a', ...more }] } }))

  expect((await remove({})).Errors?.[0]?.Code).toBe('AccessDenied')
  expect((await remove({ ETag })).Deleted).toHaveLength(1)
})

test('an upload whose key was written and deleted meanwhile is a conflict', async () => {
  const { client } = await connect()
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'a' }))
  const upload = { Bucket, Key: 'a', UploadId }
  const { ETag } = await client.send(
    new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'part' }),
  )
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] }
  const complete = (more: object) =>
    client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload, ...more }))

  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }))
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }))

  await expect(complete({ IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'ConditionalRequestConflict',
    $metadata: { httpStatusCode: 409 },
  })
  const completed = await complete({})
  expect(await complete({})).toMatchObject({ ETag: completed.ETag, Location: completed.Location })
  await expect(
    complete({ MultipartUpload: { Parts: [{ PartNumber: 1, ETag: '"other"' }] } }),
  ).rejects.toMatchObject({ name: 'NoSuchUpload' })
})

test('a condition that was signed into a URL holds, as a parameter too', async () => {
  const { s3 } = await connect()
  const write = (condition: string, body: string) => {
    const url = presigned(s3, { method: 'PUT', url: `${own}?${condition}` })
    return s3.fetch(new Request(url, { method: 'PUT', body }))
  }

  const statuses = [
    (await write('If-None-Match=*', '1')).status,
    (await write('If-None-Match=*', '2')).status,
    (await write('if-match=d41d8cd98f00b204e9800998ecf8427e', '3')).status,
    (await write('If-Match=c4ca4238a0b923820dcc509a6f75849b', '4')).status,
  ]

  expect(statuses).toEqual([200, 412, 412, 200])
  const unchanged = presigned(s3, { url: `${own}?If-None-Match=a87ff679a2f3e71d9181a67b7542122c` })
  expect((await s3.fetch(new Request(unchanged))).status).toBe(304)
})
