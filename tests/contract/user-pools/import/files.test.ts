import { DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider'
import { GetObjectCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { expect, onTestFinished } from 'vitest'
import {
  administratorsClient,
  createJob,
  csvOf,
  ended,
  importUsers,
  start,
  upload,
} from '../../../support/user-pools/user-imports.ts'
import { test } from '../../../support/stand-in.ts'

const ada = { 'cognito:username': 'ada@example.com', email_verified: 'TRUE' }

test('a file is put with the encryption that the URL was signed for, and in time', async ({
  standIn,
}) => {
  const admin = administratorsClient(standIn)
  const job = await createJob(admin, standIn.config.userPoolId)
  const url = job.PreSignedUrl!
  const headers = { 'x-amz-server-side-encryption': 'aws:kms' }

  const without = await fetch(url, { method: 'PUT', body: 'x' })
  const otherwise = await fetch(url, {
    method: 'PUT',
    body: 'x',
    headers: { 'x-amz-server-side-encryption': 'AES256' },
  })
  const elsewhere = await fetch(url.replace(job.JobId!, 'import-0000000000'), {
    method: 'PUT',
    body: 'x',
    headers,
  })
  const read = await fetch(url, { headers })
  const put = await upload(job, 'x')

  expect([without.status, otherwise.status, elsewhere.status, read.status]).toEqual([
    403, 403, 403, 403,
  ])
  expect(put.status).toBe(200)
  expect(put.headers.get('x-amz-server-side-encryption')).toBe('aws:kms')
  const query = new URL(url).searchParams
  expect(query.get('X-Amz-Expires')).toBe('900')
  expect(query.get('X-Amz-SignedHeaders')).toBe('host;x-amz-server-side-encryption')
})

test('the bucket of the files is in no list, and a file is gone once its job is over', async ({
  standIn,
}) => {
  const { region, userPoolId } = standIn.config
  const admin = administratorsClient(standIn)
  const s3 = new S3Client({
    endpoint: standIn.s3Url,
    region,
    credentials: { ...standIn.administrator },
    forcePathStyle: true,
  })
  onTestFinished(() => s3.destroy())
  const job = await createJob(admin, userPoolId)
  const Bucket = `aws-cognito-idp-user-import-${region}`
  const Key = `${userPoolId}/${job.JobId}`
  await upload(job, await csvOf(admin, userPoolId, [ada]))
  expect((await s3.send(new GetObjectCommand({ Bucket, Key }))).ContentLength).toBeGreaterThan(0)

  await start(admin, job)
  await ended(admin, job)

  await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
    name: 'NoSuchKey',
  })
  const { Buckets } = await s3.send(new ListBucketsCommand({}))
  expect(Buckets?.map(({ Name }) => Name)).toEqual([standIn.config.bucket])
})

const refusedFiles: readonly [string, (csv: string) => string | Uint8Array<ArrayBuffer>, string][] =
  [
    [
      'with a column of no pool',
      (csv) => csv.replace('email,', 'mail,'),
      'has a column that the user pool has not: mail',
    ],
    [
      'that lacks a column',
      (csv) => csv.replace('email_verified,', ''),
      'lacks a column: email_verified',
    ],
    ['with a column twice', (csv) => csv.replace('name,', 'email,'), 'has a column twice.'],
    ['with a byte order mark', (csv) => `\ufeff${csv}`, 'The CSV file has a byte order mark.'],
    ['that is empty', () => '', 'The CSV file is empty.'],
    [
      'with more than 500,000 rows',
      (csv) => `${csv}${'x\n'.repeat(500_000)}`,
      'The CSV file has more than 500,000 rows.',
    ],
    ['that is not UTF-8', (csv) => Buffer.from(`${csv}Ä`, 'latin1'), 'The CSV file is not UTF-8.'],
  ]

test.for(refusedFiles)('nobody of a file comes in %s', async ([, alter, message], { standIn }) => {
  const { userPoolId } = standIn.config
  const admin = administratorsClient(standIn)
  const job = await createJob(admin, userPoolId)
  await upload(job, alter(await csvOf(admin, userPoolId, [ada])))

  await start(admin, job)
  const done = await ended(admin, job)

  expect(done).toMatchObject({
    Status: 'Failed',
    ImportedUsers: 0,
    CompletionMessage: expect.stringContaining(message),
  })
  const { UserPool } = await admin.send(new DescribeUserPoolCommand({ UserPoolId: userPoolId }))
  expect(UserPool?.EstimatedNumberOfUsers).toBe(0)
})

test('a job of hashed passwords needs their column, and few others', async ({ standIn }) => {
  const { userPoolId } = standIn.config
  const admin = administratorsClient(standIn)
  // AWS's own example has no more columns than these.
  const few = 'cognito:username,email,email_verified,phone_number,phone_number_verified'

  const without = await importUsers(admin, userPoolId, `${few}\n`, 'BCRYPT')
  const row = 'mary@example.com,mary@example.com,TRUE,+12345550199,TRUE,'
  const withIt = await importUsers(admin, userPoolId, `${few},password_hash\r\n${row}`, 'BCRYPT')

  expect(without).toMatchObject({
    Status: 'Failed',
    CompletionMessage: 'The CSV header lacks a column: password_hash',
  })
  expect(withIt).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1 })
})
