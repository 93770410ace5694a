import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { expect, onTestFinished } from 'vitest'
import {
  s3For,
  signUpWithCredentials,
} from '../../support/identity-pools/person-with-credentials.ts'
import { startStandIn, test } from '../../support/stand-in.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

test('one person reaches nothing of another, by no operation', async ({ standIn, cognito }) => {
  const ada = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const eve = await signUpWithCredentials(standIn, cognito, 'eve@example.com')
  const Bucket = standIn.config.bucket
  const Key = `${ada.prefix}/profile.json`
  await ada.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'ada’s' }))
  await eve.s3.send(new PutObjectCommand({ Bucket, Key: `${eve.prefix}/own`, Body: 'eve’s' }))

  const attempts = [
    eve.s3.send(new GetObjectCommand({ Bucket, Key })),
    eve.s3.send(new GetObjectCommand({ Bucket, Key: `${eve.prefix}/../${Key.slice(6)}` })),
    eve.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'eve’s' })),
    eve.s3.send(new PutObjectCommand({ Bucket, Key: `${ada.prefix}/new`, Body: 'eve’s' })),
    eve.s3.send(new DeleteObjectCommand({ Bucket, Key })),
    eve.s3.send(new CreateMultipartUploadCommand({ Bucket, Key })),
    eve.s3.send(
      new CopyObjectCommand({ Bucket, Key: `${eve.prefix}/copy`, CopySource: `${Bucket}/${Key}` }),
    ),
    eve.s3.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${eve.prefix}/own` })),
    eve.s3.send(new ListObjectsV2Command({ Bucket, Prefix: `${ada.prefix}/` })),
    eve.s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'users/' })),
    eve.s3.send(new ListObjectsV2Command({ Bucket })),
  ]
  const outcomes = await Promise.allSettled(attempts)
  const head = eve.s3.send(new HeadObjectCommand({ Bucket, Key }))
  await expect(head).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
  const batch = await eve.s3.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key }] } }),
  )

  expect(outcomes.map((outcome) => outcome.status)).toEqual(attempts.map(() => 'rejected'))
  expect(batch.Errors).toMatchObject([{ Key, Code: 'AccessDenied' }])
  const { Body } = await ada.s3.send(new GetObjectCommand({ Bucket, Key }))
  expect(await Body!.transformToString()).toBe('ada’s')
})

test('the parts of two people’s credentials do not mix', async ({ standIn, cognito }) => {
  const ada = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const eve = await signUpWithCredentials(standIn, cognito, 'eve@example.com')
  const Bucket = standIn.config.bucket
  const mixed = [
    { ...eve.credentials, sessionToken: ada.credentials.sessionToken },
    { ...eve.credentials, accessKeyId: ada.credentials.accessKeyId },
    { ...ada.credentials, secretAccessKey: eve.credentials.secretAccessKey },
    { ...ada.credentials, sessionToken: 'none' },
  ]

  for (const credentials of mixed) {
    const writing = s3For(standIn, credentials).send(
      new PutObjectCommand({ Bucket, Key: `${ada.prefix}/x`, Body: 'x' }),
    )

    await expect(writing).rejects.toMatchObject({
      $metadata: { httpStatusCode: expect.toBeOneOf([400, 403]) as number },
    })
  }
})

test('credentials end after their hour, in words that clients know', async ({
  clock,
  standIn,
  cognito,
}) => {
  const ada = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { region, bucket: Bucket } = standIn.config
  clock.advance({ minutes: 61 })
  const later = new S3Client({
    endpoint: standIn.s3Url,
    region,
    forcePathStyle: true,
    credentials: ada.credentials,
    systemClockOffset: 61 * 60_000,
  })
  onTestFinished(() => later.destroy())

  const reading = later.send(new ListObjectsV2Command({ Bucket, Prefix: `${ada.prefix}/` }))

  await expect(reading).rejects.toMatchObject({ name: 'ExpiredToken' })
})

test('credentials go on working when the local AWS was started again', async () => {
  const data = temporaryFolder()
  const before = await startStandIn({ data })
  const cognito = new CognitoIdentityProviderClient({ endpoint: before.url, region: 'us-east-1' })
  onTestFinished(() => cognito.destroy())
  const ada = await signUpWithCredentials(before, cognito, 'ada@example.com')
  const object = { Bucket: before.config.bucket, Key: `${ada.prefix}/profile.json` }
  await ada.s3.send(new PutObjectCommand({ ...object, Body: 'ada’s' }))
  await before.close()

  const after = await startStandIn({ data })
  onTestFinished(() => after.close())
  const { Body } = await s3For(after, ada.credentials).send(new GetObjectCommand(object))

  expect(await Body!.transformToString()).toBe('ada’s')
  expect(after.faults).toEqual([])
})
