import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { expect, onTestFinished, test } from 'vitest'
import {
  s3For,
  signUpWithCredentials,
} from '../../support/identity-pools/person-with-credentials.ts'
import { bucketName, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'
import { startStandIn } from '../../support/stand-in.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

/** A bucket with versions that gets another name when `rename` is called. */
async function connect() {
  const s3 = createTestS3({ versioning: true })
  const client = s3Client(await listenS3(s3), s3.issueAdmin())
  const put = async (Bucket: string, Key: string, Body: string) =>
    (await client.send(new PutObjectCommand({ Bucket, Key, Body }))).VersionId
  const get = async (Bucket: string, Key: string, VersionId?: string) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }))
    return Body?.transformToString()
  }
  const rename = (name: string) => {
    s3.buckets[0] = { ...s3.bucket, name, formerName: s3.bucket.name }
    s3.adopt()
  }
  const unname = () => {
    s3.buckets[0] = s3.bucket
  }
  return { client, put, get, rename, unname }
}

test('objects, their versions and what was deleted follow a bucket to its name', async () => {
  const { client, put, get, rename } = await connect()
  const first = await put(bucketName, 'a/1', 'one')
  await put(bucketName, 'a/1', 'two')
  await put(bucketName, 'a/2', 'gone')
  await client.send(new DeleteObjectCommand({ Bucket: bucketName, Key: 'a/2' }))

  rename('named')

  const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: 'named' }))
  expect(Contents?.map(({ Key }) => Key)).toEqual(['a/1'])
  expect(await get('named', 'a/1')).toBe('two')
  expect(await get('named', 'a/1', first)).toBe('one')
  await expect(get('named', 'a/2')).rejects.toMatchObject({ name: 'NoSuchKey' })
  await expect(get(bucketName, 'a/1')).rejects.toMatchObject({ name: 'NoSuchBucket' })
})

test('an upload that was under way is finished under the new name', async () => {
  const { client, get, rename } = await connect()
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket: bucketName, Key: 'a' }),
  )
  const part = { Key: 'a', UploadId, PartNumber: 1 }
  const { ETag } = await client.send(
    new UploadPartCommand({ ...part, Bucket: bucketName, Body: 'one' }),
  )

  rename('named')
  await client.send(
    new CompleteMultipartUploadCommand({
      Bucket: 'named',
      Key: 'a',
      UploadId,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
    }),
  )

  expect(await get('named', 'a')).toBe('one')
})

test('what has come under the new name already stays', async () => {
  const { put, get, rename, unname } = await connect()
  rename('named')
  await put('named', 'a', 'new')
  unname()
  await put(bucketName, 'a', 'old')

  rename('named')

  expect(await get('named', 'a')).toBe('new')
})

test('a folder of the day when the bucket had no name starts, and keeps its profiles', async () => {
  const data = temporaryFolder()
  const text = readFileSync('infra/template.yaml', 'utf8')
  const unnamed = text.replace(/^ +BucketName: !Sub\n(?:.*\n){2}/m, '')
  expect(unnamed).not.toBe(text)
  const older = join(temporaryFolder(), 'template.yaml')
  writeFileSync(older, unnamed)

  const before = await startStandIn({ data, template: older })
  const cognito = new CognitoIdentityProviderClient({
    endpoint: before.url,
    region: before.config.region,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  })
  onTestFinished(() => cognito.destroy())
  const ada = await signUpWithCredentials(before, cognito, 'ada@example.com')
  const Key = `${ada.prefix}/profile.json`
  await ada.s3.send(new PutObjectCommand({ Bucket: before.config.bucket, Key, Body: 'Ada' }))
  await before.close()

  const after = await startStandIn({ data })
  const { bucket: Bucket } = after.config
  const { Body } = await s3For(after, ada.credentials).send(new GetObjectCommand({ Bucket, Key }))
  await after.close()

  expect([before.config.bucket, Bucket]).toEqual([
    expect.stringMatching(/^bucket-[0-9a-z]{12}$/),
    expect.stringMatching(/^profiles-[0-9a-f-]{36}$/),
  ])
  expect(await Body?.transformToString()).toBe('Ada')
})
