import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3.ts'

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
  const past = new Date(Date.now() - 86_400_000)
  const future = new Date(Date.now() + 86_400_000)

  expect(await read(client, 'a', { IfMatch: ETag, IfUnmodifiedSince: past })).toBe('x')
  expect(await read(client, 'a', { IfNoneMatch: '"other"', IfModifiedSince: future })).toBe('x')
  for (const condition of [{ IfNoneMatch: ETag }, { IfModifiedSince: future }]) {
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
