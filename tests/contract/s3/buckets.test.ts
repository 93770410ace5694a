import {
  GetBucketLocationCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  paginateListBuckets,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { policyOf } from '../../support/iam/policies.ts'
import {
  ada,
  bucketName,
  createTestS3,
  listenS3,
  region,
  s3Client,
  type TestS3,
} from '../../support/s3/s3.ts'

function withBuckets(names: readonly string[]): TestS3 {
  const s3 = createTestS3()
  for (const name of names) s3.buckets.push({ ...s3.bucket, name, region: 'us-east-1' })
  return s3
}

async function listAs(s3: TestS3, resource: string) {
  const allowed = policyOf({ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: resource })
  const client = s3Client(await listenS3(s3), s3.issue(ada, [allowed]))
  return client.send(new ListBucketsCommand())
}

test('the buckets of the template are listed by name, with since when they are there', async () => {
  const s3 = withBuckets(['zoo', 'ark'])
  const client = s3Client(await listenS3(s3), s3.issueAdmin())
  const startedAt = new Date(Math.floor(s3.runtime.clock.now() / 1000) * 1000)
  s3.adopt()
  s3.runtime.clock.advance({ minutes: 5 })

  const { Buckets, Owner, ContinuationToken } = await client.send(new ListBucketsCommand())

  expect(Buckets).toEqual(
    ['ark', bucketName, 'zoo'].map((Name) => ({
      Name,
      CreationDate: startedAt,
      BucketArn: `arn:aws:s3:::${Name}`,
    })),
  )
  expect(Owner).toEqual({ ID: '123456789012' })
  expect(ContinuationToken).toBeUndefined()
})

test('a bucket of another partition has an ARN of that', async () => {
  const s3 = createTestS3()
  s3.buckets.push({ ...s3.bucket, name: 'gov', region: 'us-gov-west-1' })
  const client = s3Client(await listenS3(s3), s3.issueAdmin())

  const { Buckets } = await client.send(new ListBucketsCommand({ Prefix: 'gov' }))

  expect(Buckets).toMatchObject([{ BucketArn: 'arn:aws-us-gov:s3:::gov' }])
})

test('a reset leaves a bucket the date that it has', async () => {
  const s3 = createTestS3()
  const client = s3Client(await listenS3(s3), s3.issueAdmin())
  const before = await client.send(new ListBucketsCommand())
  await s3.clear()
  s3.runtime.clock.advance({ minutes: 5 })

  expect((await client.send(new ListBucketsCommand())).Buckets).toEqual(before.Buckets)
})

test('buckets come in pages, by prefix and by region, with their regions', async () => {
  const s3 = withBuckets(['profile-a', 'profile-b', 'zoo'])
  const client = s3Client(await listenS3(s3), s3.issueAdmin())
  const pages: (string | undefined)[][] = []

  for await (const page of paginateListBuckets({ client, pageSize: 1 }, { Prefix: 'profile-' })) {
    pages.push((page.Buckets ?? []).map(({ Name }) => Name))
  }
  const { Buckets } = await client.send(new ListBucketsCommand({ BucketRegion: region }))

  expect(pages).toEqual([['profile-a'], ['profile-b'], [bucketName]])
  expect(Buckets).toMatchObject([
    { Name: bucketName, BucketRegion: region, BucketArn: `arn:aws:s3:::${bucketName}` },
  ])
})

test.each([
  [{ MaxBuckets: 0 }, 'max-buckets'],
  [{ BucketRegion: 'eu-east-1' }, 'bucket-region'],
  [{ ContinuationToken: '?' }, 'continuation-token'],
])('a list of buckets by %o is refused', async (input, ArgumentName) => {
  const s3 = createTestS3()
  const client = s3Client(await listenS3(s3), s3.issueAdmin())

  await expect(client.send(new ListBucketsCommand(input))).rejects.toMatchObject({
    name: 'InvalidArgument',
    ArgumentName,
  })
})

test.each(['*', 'arn:aws:s3:::*'])('s3:ListAllMyBuckets on %s lists the buckets', async (on) => {
  expect((await listAs(createTestS3(), on)).Buckets).toHaveLength(1)
})

test('who may not list the buckets is told which action is missing', async () => {
  const s3 = createTestS3()
  const client = s3Client(await listenS3(s3), s3.issue(ada))

  await expect(client.send(new ListBucketsCommand())).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      'User: arn:aws:sts::123456789012:assumed-role/authenticated/CognitoIdentityCredentials is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action',
  })
  await expect(listAs(s3, `arn:aws:s3:::${bucketName}`)).rejects.toMatchObject({
    name: 'AccessDenied',
  })
})

test('a bucket says its region and its ARN', async () => {
  const s3 = createTestS3()
  const client = s3Client(await listenS3(s3), s3.issueAdmin())

  const head = await client.send(new HeadBucketCommand({ Bucket: bucketName }))
  const location = await client.send(new GetBucketLocationCommand({ Bucket: bucketName }))

  expect(head).toMatchObject({ BucketRegion: region, BucketArn: `arn:aws:s3:::${bucketName}` })
  expect(location.LocationConstraint).toBe(region)
})
