import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  UploadPartCommand,
  type S3Client,
  type Tag,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

const Key = 'tagged'

async function connect(config = {}) {
  const s3 = createTestS3(config)
  const url = await listenS3(s3)
  const client = s3Client(url, s3.issueAdmin())
  const put = (more = {}) => client.send(new PutObjectCommand({ Bucket, Key, Body: 'a', ...more }))
  return { s3, url, client, put }
}

async function tagsOf(client: S3Client, more = {}) {
  const { TagSet } = await client.send(new GetObjectTaggingCommand({ Bucket, Key, ...more }))
  return TagSet
}

function setTags(client: S3Client, TagSet: Tag[], more = {}) {
  return client.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet }, ...more }))
}

test('tags are set, replaced and taken away, and their number stands with the object', async () => {
  const { client, put } = await connect()
  await put()
  const count = async () => (await client.send(new HeadObjectCommand({ Bucket, Key }))).TagCount

  expect(await tagsOf(client)).toEqual([])
  expect(await count()).toBeUndefined()
  await setTags(client, [
    { Key: 'tag1', Value: 'eins' },
    { Key: 'tag2', Value: '' },
  ])
  expect(await tagsOf(client)).toEqual([
    { Key: 'tag1', Value: 'eins' },
    { Key: 'tag2', Value: '' },
  ])
  expect(await count()).toBe(2)
  await setTags(client, [{ Key: 'Straße', Value: 'a+b = c/d:e@f' }])
  expect(await tagsOf(client)).toEqual([{ Key: 'Straße', Value: 'a+b = c/d:e@f' }])
  await client.send(new DeleteObjectTaggingCommand({ Bucket, Key }))
  expect(await tagsOf(client)).toEqual([])
  expect((await client.send(new GetObjectCommand({ Bucket, Key }))).TagCount).toBeUndefined()
})

test.each([
  [
    'key=value&other=',
    [
      ['key', 'value'],
      ['other', ''],
    ],
  ],
  [
    'alone&another',
    [
      ['alone', ''],
      ['another', ''],
    ],
  ],
  [
    'key1&&&key2',
    [
      ['key1', ''],
      ['key2', ''],
    ],
  ],
  [
    'a%20b=c+d&%C3%A9=%2F',
    [
      ['a b', 'c d'],
      ['é', '/'],
    ],
  ],
])('an object is written with the tags %s', async (Tagging, expected) => {
  const { client, put } = await connect()

  await put({ Tagging })

  expect(await tagsOf(client)).toEqual(expected.map(([Key, Value]) => ({ Key, Value })))
})

test('what is written over it has its own tags or none', async () => {
  const { client, put } = await connect()
  await put({ Tagging: 'a=1' })
  await put()

  expect(await tagsOf(client)).toEqual([])
})

test('a large object has the tags that its upload began with', async () => {
  const { client } = await connect()
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, Tagging: 'kind=film' }),
  )
  const part = { Bucket, Key, UploadId, PartNumber: 1 }
  const { ETag } = await client.send(new UploadPartCommand({ ...part, Body: 'x' }))
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] }
  await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }))

  expect(await tagsOf(client)).toEqual([{ Key: 'kind', Value: 'film' }])
})

test.each([
  [undefined, 'new=2', [{ Key: 'old', Value: '1' }]],
  ['COPY', 'new=2', [{ Key: 'old', Value: '1' }]],
  ['REPLACE', 'new=2', [{ Key: 'new', Value: '2' }]],
  ['REPLACE', undefined, []],
] as const)('a copy by the directive %s, with tags %s', async (TaggingDirective, Tagging, kept) => {
  const { client, put } = await connect()
  await put({ Tagging: 'old=1' })

  const to = { Bucket, Key: 'copy', CopySource: `${Bucket}/${Key}` }
  await client.send(new CopyObjectCommand({ ...to, TaggingDirective, Tagging }))

  expect(await tagsOf(client, { Key: 'copy' })).toEqual(kept)
})

test('each version has its own tags, and a delete marker can have none', async () => {
  const { client, put } = await connect({ versioning: true })
  const { VersionId: first } = await put({ Tagging: 'v=1' })
  const { VersionId: second } = await put()
  const set = await setTags(client, [{ Key: 'v', Value: '2' }])
  await setTags(client, [{ Key: 'v', Value: 'one' }], { VersionId: first })

  expect(set.VersionId).toBe(second)
  expect(await tagsOf(client, { VersionId: first })).toEqual([{ Key: 'v', Value: 'one' }])
  expect(await tagsOf(client)).toEqual([{ Key: 'v', Value: '2' }])

  const marker = await client.send(new DeleteObjectCommand({ Bucket, Key }))
  for (const more of [{}, { VersionId: marker.VersionId }]) {
    await expect(setTags(client, [], more)).rejects.toMatchObject({
      name: 'MethodNotAllowed',
      Method: 'PUT',
      ResourceType: 'DeleteMarker',
    })
    await expect(tagsOf(client, more)).rejects.toMatchObject({ Method: 'GET' })
  }
  expect(await tagsOf(client, { VersionId: second })).toEqual([{ Key: 'v', Value: '2' }])
})

test.each<[Tag[], object]>([
  [
    [
      { Key: 'a', Value: '1' },
      { Key: 'a', Value: '1' },
    ],
    { name: 'InvalidTag', message: 'Cannot provide multiple Tags with the same key', TagKey: 'a' },
  ],
  [
    [{ Key: 'a,b', Value: '1' }],
    { name: 'InvalidTag', message: 'The TagKey you have provided is invalid', TagKey: 'a,b' },
  ],
  [
    [{ Key: 'a', Value: '1,2' }],
    { name: 'InvalidTag', message: 'The TagValue you have provided is invalid', TagValue: '1,2' },
  ],
  [
    [{ Key: 'aws:a', Value: '1' }],
    { name: 'InvalidTag', message: 'Your TagKey cannot be prefixed with aws:', TagKey: 'aws:a' },
  ],
  [[{ Key: 'k'.repeat(129), Value: '' }], { name: 'InvalidTag' }],
  [[{ Key: 'k', Value: 'v'.repeat(257) }], { name: 'InvalidTag' }],
  [[{ Key: undefined, Value: '1' }], { name: 'MalformedXML' }],
  [[{ Key: 'a', Value: undefined }], { name: 'MalformedXML' }],
  [
    Array.from({ length: 11 }, (_, index) => ({ Key: `k${index}`, Value: '' })),
    { name: 'BadRequest', message: 'Object tags cannot be greater than 10' },
  ],
])('the tags %o are refused', async (tags, expected) => {
  const { client, put } = await connect()
  await put({ Tagging: 'kept=1' })

  await expect(setTags(client, tags)).rejects.toMatchObject(expected)
  expect(await tagsOf(client)).toEqual([{ Key: 'kept', Value: '1' }])
})

test.each(['key1=val1&key1=val2', 'key1=val1,key2=val2', 'a=%ff'])(
  'an object is not written with the tags %s',
  async (Tagging) => {
    const { client, put } = await connect()

    await expect(put({ Tagging })).rejects.toMatchObject({
      name: 'InvalidArgument',
      message:
        "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
      ArgumentName: 'x-amz-tagging',
      ArgumentValue: Tagging,
    })
    await expect(tagsOf(client)).rejects.toMatchObject({
      name: 'NoSuchKey',
      Key: `${Bucket}/${Key}`,
    })
  },
)
