import {
  AbortMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { ada, bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

/** Uploads under way, some of them of one key, of which the first is the oldest. */
async function withUploads() {
  const s3 = createTestS3()
  const url = await listenS3(s3)
  const client = s3Client(url, s3.issueAdmin())
  const ids: string[] = []
  for (const Key of ['b', 'a', 'a/b', 'a', '\u{1f600}', '\uff5e', 'z/y/x', 'a', 'z/y']) {
    const { UploadId = '' } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }))
    ids.push(`${Key} ${UploadId}`)
    s3.runtime.clock.advance({ seconds: 1 })
  }
  return { s3, url, client, ids }
}

function list(client: S3Client, input: Partial<ListMultipartUploadsCommandInput> = {}) {
  return client.send(new ListMultipartUploadsCommand({ Bucket, ...input }))
}

async function pages(client: S3Client, input: Partial<ListMultipartUploadsCommandInput>) {
  const seen: string[] = []
  let more: Partial<ListMultipartUploadsCommandInput> | undefined = {}
  while (more) {
    const page: Awaited<ReturnType<typeof list>> = await list(client, { ...input, ...more })
    for (const { Prefix } of page.CommonPrefixes ?? []) seen.push(`${Prefix}*`)
    for (const { Key, UploadId } of page.Uploads ?? []) seen.push(`${Key} ${UploadId}`)
    more = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
      : undefined
  }
  return seen
}

test('uploads come in the order of their keys’ bytes, of each the oldest first', async () => {
  const { client, ids } = await withUploads()

  const { Uploads = [], ...page } = await list(client)

  const [b, a1, ab, a2, smile, tilde, zyx, a3, zy] = ids
  expect(Uploads.map(({ Key, UploadId }) => `${Key} ${UploadId}`)).toEqual([
    a1,
    a2,
    a3,
    ab,
    b,
    zy,
    zyx,
    tilde,
    smile,
  ])
  expect(Uploads[0]).toMatchObject({
    StorageClass: 'STANDARD',
    Initiator: { ID: expect.stringContaining('arn:') as string },
    Owner: { ID: expect.stringMatching(/^\d{12}$/) as string },
  })
  expect(Uploads[1]!.Initiated!.getTime()).toBeGreaterThan(Uploads[0]!.Initiated!.getTime())
  expect(page).toMatchObject({ Bucket, IsTruncated: false, MaxUploads: 1000 })
})

test.each([
  [{}, 9],
  [{ Delimiter: '/' }, 8],
  [{ Prefix: 'z/', Delimiter: '/' }, 2],
  [{ Prefix: 'nothing' }, 0],
])('pages by %o show everything once', async (input, count) => {
  const { client } = await withUploads()
  const whole = await pages(client, input)

  expect(new Set(whole).size).toBe(count)
  expect(whole).toHaveLength(count)
  for (const MaxUploads of [1, 2, 5]) {
    expect((await pages(client, { ...input, MaxUploads })).toSorted()).toEqual(whole.toSorted())
  }
})

test('whoever ends uploads page by page ends all of them', async () => {
  const { client } = await withUploads()
  let more: Partial<ListMultipartUploadsCommandInput> | undefined = {}
  while (more) {
    const page: Awaited<ReturnType<typeof list>> = await list(client, { ...more, MaxUploads: 2 })
    for (const { Key, UploadId } of page.Uploads ?? []) {
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
    }
    more = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
      : undefined
  }

  expect((await list(client)).Uploads).toBeUndefined()
})

test('a key as a marker is passed over, and an id without one is not looked at', async () => {
  const { client, ids } = await withUploads()

  expect((await list(client, { KeyMarker: 'a' })).Uploads?.[0]?.Key).toBe('a/b')
  expect((await list(client, { UploadIdMarker: 'anything' })).Uploads).toHaveLength(ids.length)
  expect((await list(client, { MaxUploads: 0 })).Uploads).toBeUndefined()
})

test('keys can be asked for in URL encoding', async () => {
  const { client } = await withUploads()

  const { Uploads, EncodingType } = await list(client, { EncodingType: 'url', Prefix: '\uff5e' })

  expect(EncodingType).toBe('url')
  expect(Uploads?.map(({ Key }) => Key)).toEqual(['%EF%BD%9E'])
})

test('people of an identity pool may not list them', async () => {
  const { s3, url } = await withUploads()

  await expect(list(s3Client(url, s3.issue(ada)))).rejects.toMatchObject({ name: 'AccessDenied' })
})
