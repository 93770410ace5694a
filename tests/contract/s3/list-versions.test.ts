import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type ListObjectVersionsCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { policyOf } from '../../support/iam/policies.ts'
import { ada, bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

/** Keys with one, two and three versions, some of them deleted. */
async function withVersions() {
  const s3 = createTestS3({ versioning: true })
  const url = await listenS3(s3)
  const client = s3Client(url, s3.issueAdmin())
  for (const Key of ['a', 'a/b', 'a', '\u{1f600}', '\uff5e', 'z/y/x', 'a', 'z/y', 'a/b']) {
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))
  }
  for (const Key of ['a/b', '\uff5e', 'never']) {
    await client.send(new DeleteObjectCommand({ Bucket, Key }))
  }
  return { s3, url, client }
}

async function pages(client: S3Client, input: Partial<ListObjectVersionsCommandInput>) {
  const seen: string[] = []
  let more: Partial<ListObjectVersionsCommandInput> | undefined = {}
  while (more) {
    const page: Awaited<ReturnType<typeof list>> = await list(client, { ...input, ...more })
    for (const { Prefix } of page.CommonPrefixes ?? []) seen.push(`${Prefix}*`)
    for (const one of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) {
      seen.push(`${one.Key} ${one.VersionId}`)
    }
    more = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
      : undefined
  }
  return seen
}

function list(client: S3Client, input: Partial<ListObjectVersionsCommandInput>) {
  return client.send(new ListObjectVersionsCommand({ Bucket, ...input }))
}

test.each([
  [{}, 12],
  [{ Delimiter: '/' }, 9],
  [{ Prefix: 'z/', Delimiter: '/' }, 2],
])('pages of versions by %o show everything once', async (input, count) => {
  const { client } = await withVersions()
  const whole = await pages(client, input)

  expect(new Set(whole).size).toBe(count)
  for (const MaxKeys of [1, 2, 5]) {
    expect((await pages(client, { ...input, MaxKeys })).toSorted()).toEqual(whole.toSorted())
  }
})

test('keys come in the order of their bytes, and a delete marker is the latest of its key', async () => {
  const { client } = await withVersions()

  const { DeleteMarkers, Versions } = await list(client, {})

  expect(DeleteMarkers?.map(({ Key, IsLatest }) => [Key, IsLatest])).toEqual([
    ['a/b', true],
    ['never', true],
    ['\uff5e', true],
  ])
  expect(Versions?.at(-1)?.Key).toBe('\u{1f600}')
  expect(Versions?.[0]?.Owner).toEqual({ ID: '123456789012' })
})

test('to list versions is a right of its own', async () => {
  const { s3, url } = await withVersions()
  const as = (Action: string) =>
    s3Client(url, s3.issue(ada, [policyOf({ Effect: 'Allow', Action, Resource: '*' })]))

  await expect(list(as('s3:ListBucket'), {})).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining('s3:ListBucketVersions') as string,
  })
  expect((await list(as('s3:ListBucketVersions'), { MaxKeys: 1 })).IsTruncated).toBe(true)
})
