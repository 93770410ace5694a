import { ListObjectsCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { ada, bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

async function bucketWith(keys: readonly string[]): Promise<S3Client> {
  const s3 = createTestS3()
  const client = s3Client(await listenS3(s3), s3.issueAdmin())
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
  return client
}

test('the first version of the list shows owners, echoes its marker and needs none', async () => {
  const client = await bucketWith(['b', 'a', 'ä'])

  const page = await client.send(new ListObjectsCommand({ Bucket }))

  expect(page.Contents?.map(({ Key }) => Key)).toEqual(['a', 'b', 'ä'])
  expect(page.Contents?.[0]).toMatchObject({ Size: 1, Owner: { ID: '123456789012' } })
  expect(page).toMatchObject({ Name: Bucket, Prefix: '', Marker: '', MaxKeys: 1000 })
  expect(page.IsTruncated).toBe(false)
})

test.each([
  [undefined, 1],
  [undefined, 2],
  ['/', 1],
  ['/', 2],
  ['b/', 3],
])('with delimiter %s, pages of %i show everything once', async (Delimiter, MaxKeys) => {
  const client = await bucketWith(['a', 'a/', 'a/b', 'a/b/c', 'a0', 'b', 'c/\u{10ffff}x', 'c/d'])
  const whole = await client.send(new ListObjectsCommand({ Bucket, Delimiter }))
  const names = (page: typeof whole) => [
    ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
    ...(page.Contents ?? []).map(({ Key }) => Key),
  ]

  const shown: (string | undefined)[] = []
  let Marker: string | undefined
  do {
    const page = await client.send(new ListObjectsCommand({ Bucket, Delimiter, MaxKeys, Marker }))
    // Without a delimiter there is no NextMarker: the last key is the marker.
    expect(page.NextMarker === undefined).toBe(!Delimiter || !page.IsTruncated)
    shown.push(...names(page))
    Marker = page.IsTruncated ? (page.NextMarker ?? page.Contents?.at(-1)?.Key) : undefined
  } while (Marker !== undefined)

  expect(shown.toSorted()).toEqual(names(whole).toSorted())
})

test('who may list a prefix may do it in the first version too, and no other', async () => {
  const s3 = createTestS3()
  const url = await listenS3(s3)
  const client = s3Client(url, s3.issue(ada))
  const own = `users/${ada}/`
  await client.send(new PutObjectCommand({ Bucket, Key: `${own}a`, Body: 'a' }))

  const page = await client.send(new ListObjectsCommand({ Bucket, Prefix: own }))

  expect(page.Contents?.map(({ Key }) => Key)).toEqual([`${own}a`])
  await expect(client.send(new ListObjectsCommand({ Bucket }))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining('s3:ListBucket') as string,
  })
})
