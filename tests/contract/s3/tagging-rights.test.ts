import {
  CopyObjectCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import type { PolicyDocument } from '../../../local/iam/policy/policy.ts'
import { policyOf } from '../../support/iam/policies.ts'
import { ada, bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

const Key = 'tagged'
type Send = (client: S3Client) => Promise<unknown>

/** An object with the tag `class=open`, and a person with a policy. */
async function personWith(...policies: PolicyDocument[]) {
  const s3 = createTestS3()
  const url = await listenS3(s3)
  const admin = s3Client(url, s3.issueAdmin())
  await admin.send(new PutObjectCommand({ Bucket, Key, Body: 'a', Tagging: 'class=open' }))
  return s3Client(url, s3.issue(ada, policies))
}

function allow(Action: string | string[], Condition?: Record<string, Record<string, string>>) {
  return policyOf({ Effect: 'Allow', Action, Resource: '*', ...(Condition && { Condition }) })
}

const Tagging = { TagSet: [{ Key: 'a', Value: '1' }] }

test.each<[string[], string, Send]>([
  [
    ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
    's3:GetObjectTagging',
    (client) => client.send(new GetObjectTaggingCommand({ Bucket, Key })),
  ],
  [
    ['s3:GetObjectTagging', 's3:PutObject'],
    's3:PutObjectTagging',
    (client) => client.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging })),
  ],
  [
    ['s3:PutObjectTagging', 's3:DeleteObject'],
    's3:DeleteObjectTagging',
    (client) => client.send(new DeleteObjectTaggingCommand({ Bucket, Key })),
  ],
  [
    ['s3:PutObject'],
    's3:PutObjectTagging',
    (client) => client.send(new PutObjectCommand({ Bucket, Key, Body: 'b', Tagging: 'a=1' })),
  ],
  [
    ['s3:GetObject', 's3:PutObject', 's3:PutObjectTagging'],
    's3:GetObjectTagging',
    (client) =>
      client.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/${Key}` })),
  ],
  [
    ['s3:GetObject', 's3:PutObject', 's3:GetObjectTagging'],
    's3:PutObjectTagging',
    (client) =>
      client.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/${Key}` })),
  ],
])('who may do %j lacks %s', async (actions, missing, send) => {
  const client = await personWith(allow(actions))

  await expect(send(client)).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining(`perform: ${missing} on`) as string,
  })
})

test('the number of tags is told to those only who may read the tags', async () => {
  const [reader, both] = await Promise.all([
    personWith(allow('s3:GetObject')),
    personWith(allow(['s3:GetObject', 's3:GetObjectTagging'])),
  ])

  expect((await reader.send(new HeadObjectCommand({ Bucket, Key }))).TagCount).toBeUndefined()
  expect((await both.send(new HeadObjectCommand({ Bucket, Key }))).TagCount).toBe(1)
})

test('a policy can ask for the tag that an object has', async () => {
  const tag = (value: string) =>
    allow('s3:GetObject', { StringEquals: { 's3:ExistingObjectTag/class': value } })
  const read: Send = (client) => client.send(new GetObjectCommand({ Bucket, Key }))

  await expect(read(await personWith(tag('open')))).resolves.toBeDefined()
  await expect(read(await personWith(tag('secret')))).rejects.toMatchObject({
    name: 'AccessDenied',
  })
})

test('a policy can ask which tags an object is written with', async () => {
  const client = await personWith(
    allow(['s3:PutObject', 's3:PutObjectTagging'], {
      StringEquals: { 's3:RequestObjectTag/owner': 'ada' },
    }),
  )
  const put = (Tagging?: string) =>
    client.send(new PutObjectCommand({ Bucket, Key: 'new', Body: 'b', Tagging }))
  const set = (Value: string) =>
    client.send(
      new PutObjectTaggingCommand({
        Bucket,
        Key,
        Tagging: { TagSet: [{ Key: 'owner', Value }] },
      }),
    )

  await put('owner=ada')
  await set('ada')
  await expect(put('owner=bob')).rejects.toMatchObject({ name: 'AccessDenied' })
  await expect(put()).rejects.toMatchObject({ name: 'AccessDenied' })
  await expect(set('bob')).rejects.toMatchObject({ name: 'AccessDenied' })
})
