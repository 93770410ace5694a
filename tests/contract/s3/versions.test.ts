import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { ada, bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

const Key = `users/${ada}/a`

async function connect(versioning = true) {
  const s3 = createTestS3({ versioning })
  const endpoint = await listenS3(s3)
  const client = s3Client(endpoint, s3.issueAdmin())
  const put = async (Body: string) => {
    const { VersionId } = await client.send(new PutObjectCommand({ Bucket, Key, Body }))
    return VersionId!
  }
  const get = async (VersionId?: string) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }))
    return Body!.transformToString()
  }
  const remove = (VersionId?: string) =>
    client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))
  return { s3, endpoint, client, put, get, remove }
}

test('every version can be read by its id', async () => {
  const { put, get } = await connect()

  const first = await put('1')
  const second = await put('2')

  expect(first).not.toBe(second)
  expect(await get()).toBe('2')
  expect(await get(first)).toBe('1')
  expect(await get(second)).toBe('2')
})

test('a delete leaves a marker, and taking the marker away brings the object back', async () => {
  const { client, put, get, remove } = await connect()
  const first = await put('1')

  const deleted = await remove()
  const missing = client.send(new GetObjectCommand({ Bucket, Key }))

  expect(deleted.DeleteMarker).toBe(true)
  await expect(missing).rejects.toMatchObject({ name: 'NoSuchKey' })
  expect(await get(first)).toBe('1')
  await expect(get(deleted.VersionId)).rejects.toMatchObject({ name: 'MethodNotAllowed' })
  expect((await client.send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0)

  const undeleted = await remove(deleted.VersionId)

  expect(undeleted.DeleteMarker).toBe(true)
  expect(await get()).toBe('1')
})

test.each([
  ['the newest', 2, '2'],
  ['one between', 1, '3'],
  ['the oldest', 0, '3'],
])('deleting %s version for good leaves the others', async (_, index, current) => {
  const { s3, put, get, remove } = await connect()
  const ids = [await put('1'), await put('2'), await put('3')]
  let deleted = 0
  const original = s3.runtime.blobs.delete.bind(s3.runtime.blobs)
  s3.runtime.blobs.delete = (id) => {
    deleted += 1
    return original(id)
  }

  await remove(ids[index])

  expect(deleted).toBe(1)
  expect(await get()).toBe(current)
  await expect(get(ids[index])).rejects.toMatchObject({ name: 'NoSuchVersion' })
  for (const [other, id] of ids.entries()) {
    if (other !== index) expect(await get(id)).toBe(String(other + 1))
  }
})

test('when the last version is gone, nothing is left', async () => {
  const { put, get, remove } = await connect()
  const only = await put('1')

  await remove(only)

  await expect(get()).rejects.toMatchObject({ name: 'NoSuchKey' })
  await expect(get(only)).rejects.toMatchObject({ name: 'NoSuchVersion' })
})

test('a version of one key is none of another', async () => {
  const { client, put } = await connect()
  const VersionId = await put('1')
  await client.send(new PutObjectCommand({ Bucket, Key: 'other', Body: 'x' }))

  await expect(
    client.send(new GetObjectCommand({ Bucket, Key: 'other', VersionId })),
  ).rejects.toMatchObject({ name: 'NoSuchVersion' })
})

test('an old version can be copied over the current one', async () => {
  const { client, put, get } = await connect()
  const first = await put('1')
  await put('2')

  const copied = await client.send(
    new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${Key}?versionId=${first}` }),
  )

  expect(copied.CopySourceVersionId).toBe(first)
  expect(await get()).toBe('1')
})

test('deleting many leaves a marker for each', async () => {
  const { client, put } = await connect()
  await put('1')

  const { Deleted } = await client.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key }] } }),
  )

  expect(Deleted).toMatchObject([{ Key, DeleteMarker: true }])
  expect(Deleted?.[0]?.DeleteMarkerVersionId).toBeDefined()
})

test('to read or delete a version takes a right of its own', async () => {
  const { s3, endpoint, put } = await connect()
  const VersionId = await put('1')
  const person = s3Client(endpoint, s3.issue(ada))

  await person.send(new GetObjectCommand({ Bucket, Key }))
  await expect(person.send(new GetObjectCommand({ Bucket, Key, VersionId }))).rejects.toMatchObject(
    { name: 'AccessDenied' },
  )
  await expect(
    person.send(new DeleteObjectCommand({ Bucket, Key, VersionId })),
  ).rejects.toMatchObject({ name: 'AccessDenied' })
})

test('a bucket without versions has none to show', async () => {
  const { client, put, get } = await connect(false)

  expect(await put('1')).toBeUndefined()
  const head = await client.send(new HeadObjectCommand({ Bucket, Key }))
  const versioning = await client.send(new GetBucketVersioningCommand({ Bucket }))

  expect(head.VersionId).toBeUndefined()
  expect(await get('null')).toBe('1')
  expect(versioning.Status).toBeUndefined()
})

test('versions that were kept before stay when the template turns versioning off', async () => {
  const { s3, put, get, remove } = await connect()
  const kept = await put('1')
  s3.bucket.versioning = false

  await put('2')
  await put('3')
  expect(await get()).toBe('3')
  expect(await get(kept)).toBe('1')

  await remove()
  await expect(get()).rejects.toMatchObject({ name: 'NoSuchKey' })
  expect(await get(kept)).toBe('1')
})
