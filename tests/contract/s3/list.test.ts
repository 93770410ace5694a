import {
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
  type ListObjectsV2CommandInput,
  type S3Client,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

async function bucketWith(keys: readonly string[]): Promise<S3Client> {
  const s3 = createTestS3()
  const client = s3Client(await listenS3(s3), s3.issueAdmin())
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
  return client
}

function list(client: S3Client, more: Partial<ListObjectsV2CommandInput> = {}) {
  return client.send(new ListObjectsV2Command({ Bucket, ...more }))
}

async function listAll(client: S3Client, more: Partial<ListObjectsV2CommandInput>) {
  const keys: (string | undefined)[] = []
  for await (const page of paginateListObjectsV2({ client }, { Bucket, ...more })) {
    for (const { Prefix } of page.CommonPrefixes ?? []) keys.push(Prefix)
    for (const { Key } of page.Contents ?? []) keys.push(Key)
  }
  return keys
}

test('keys come in the order of their UTF-8 bytes, with size and entity tag', async () => {
  const client = await bucketWith(['b', 'a', 'B', '\uff5e', '😀', 'ä'])

  const page = await list(client)

  expect(page.Contents?.map(({ Key }) => Key)).toEqual(['B', 'a', 'b', 'ä', '\uff5e', '😀'])
  expect(page.Contents?.[1]).toMatchObject({
    Key: 'a',
    Size: 1,
    ETag: '"0cc175b9c0f1b6a831c399e269772661"',
    StorageClass: 'STANDARD',
  })
  expect(page.Contents?.[1]?.Owner).toBeUndefined()
  expect(page).toMatchObject({ Name: Bucket, Prefix: '', KeyCount: 6, MaxKeys: 1000 })
  expect(page.IsTruncated).toBe(false)
})

test('a prefix and a delimiter fold keys into common prefixes', async () => {
  const keys = ['a/1', 'a/2', 'a/b/3', 'a/b/4', 'a/c/5', 'b/6', 'a/z']
  const client = await bucketWith(keys)

  const page = await list(client, { Prefix: 'a/', Delimiter: '/' })

  expect(page.Contents?.map(({ Key }) => Key)).toEqual(['a/1', 'a/2', 'a/z'])
  expect(page.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['a/b/', 'a/c/'])
  expect(page).toMatchObject({ KeyCount: 5, Delimiter: '/', Prefix: 'a/' })
})

test.each([1, 2, 3, 100])('pages of %i show everything once', async (MaxKeys) => {
  const keys = ['a', 'a/', 'a/b', 'a/b/c', 'a0', 'b', 'c/\u{10ffff}x', 'c/d', 'd', 'e//f', 'e/f']
  const client = await bucketWith(keys)

  expect(await listAll(client, { MaxKeys })).toHaveLength(keys.length)
  expect((await listAll(client, { MaxKeys, Delimiter: '/' })).sort()).toEqual(
    ['a', 'a/', 'a0', 'b', 'c/', 'd', 'e/'].sort(),
  )
})

test('a listing starts after a key that need not be there', async () => {
  const client = await bucketWith(['a', 'b', 'c'])

  expect(await listAll(client, { StartAfter: 'a' })).toEqual(['b', 'c'])
  expect(await listAll(client, { StartAfter: 'aa' })).toEqual(['b', 'c'])
  expect(await listAll(client, { StartAfter: 'c' })).toEqual([])
  expect(await listAll(client, { StartAfter: 'a', Prefix: 'c' })).toEqual(['c'])
})

test('no keys at all is a page too, and so are none asked for', async () => {
  const client = await bucketWith(['a'])

  const none = await list(client, { MaxKeys: 0 })
  const empty = await list(client, { Prefix: 'zzz' })

  expect(none).toMatchObject({ KeyCount: 0, MaxKeys: 0, IsTruncated: false })
  expect(empty).toMatchObject({ KeyCount: 0, Prefix: 'zzz', IsTruncated: false })
})

test('encoding-type=url encodes keys as a form does', async () => {
  const key = "a b+c/%&<>'é😀\u0001*"
  const client = await bucketWith([key])

  const page = await list(client, { EncodingType: 'url', Prefix: 'a b' })

  expect(page.EncodingType).toBe('url')
  expect(page.Prefix).toBe('a+b')
  expect(page.Contents?.[0]?.Key).toBe('a+b%2Bc/%25%26%3C%3E%27%C3%A9%F0%9F%98%80%01*')
})

test('the owner comes when it is asked for', async () => {
  const client = await bucketWith(['a'])

  const page = await list(client, { FetchOwner: true })

  expect(page.Contents?.[0]?.Owner?.ID).toBe('123456789012')
})

test.each([
  [{ ContinuationToken: 'nonsense' }],
  [{ ContinuationToken: '' }],
  [{ MaxKeys: -1 }],
  [{ MaxKeys: 2_147_483_648 }],
  [{ EncodingType: 'xml' as 'url' }],
])('%j is refused', async (more) => {
  const client = await bucketWith([])

  await expect(list(client, more)).rejects.toMatchObject({ name: 'InvalidArgument' })
})

test('more than a thousand keys at a time are never listed', async () => {
  const client = await bucketWith(['a'])

  expect((await list(client, { MaxKeys: 5000 })).MaxKeys).toBe(1000)
})
