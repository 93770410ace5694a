import {
  DescribeIdentityPoolCommand,
  CognitoIdentityClient,
  ListIdentityPoolsCommand,
} from '@aws-sdk/client-cognito-identity'
import {
  AdminDisableUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  ListUserPoolsCommand,
  ListUsersCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { expect, onTestFinished } from 'vitest'
import { editTemplate } from '../support/template/edit-template.ts'
import { startStandIn, test, type TestStandIn } from '../support/stand-in.ts'
import { temporaryFolder } from '../support/node/temporary-folder.ts'

type Key = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }

// Each client gets a copy of the key: the SDK writes into what it is given.
function userPoolsOf({ url, config, administrator }: TestStandIn, key: Key = administrator) {
  const { region } = config
  return new CognitoIdentityProviderClient({ endpoint: url, region, credentials: { ...key } })
}

function s3Of({ s3Url, config, administrator }: TestStandIn, key: Key = administrator) {
  const { region } = config
  return new S3Client({ endpoint: s3Url, region, credentials: { ...key }, forcePathStyle: true })
}

test('the administrator lists people, and reads and disables one', async ({ standIn, cognito }) => {
  const { userPoolId: UserPoolId, userPoolClientId: ClientId } = standIn.config
  const Username = 'ada@example.com'
  await cognito.send(new SignUpCommand({ ClientId, Username, Password: 'Correct-horse-1' }))
  const client = userPoolsOf(standIn)

  await client.send(new AdminDisableUserCommand({ UserPoolId, Username }))

  const { Users } = await client.send(new ListUsersCommand({ UserPoolId }))
  expect(Users?.map(({ Enabled }) => Enabled)).toEqual([false])
  const user = await client.send(new AdminGetUserCommand({ UserPoolId, Username }))
  expect(user.UserStatus).toBe('UNCONFIRMED')
  const { UserPools } = await client.send(new ListUserPoolsCommand({ MaxResults: 60 }))
  expect(UserPools?.map(({ Id }) => Id)).toEqual([UserPoolId])
})

test('the administrator finds identity pools', async ({ standIn }) => {
  const { identityPoolId: IdentityPoolId, region } = standIn.config
  const client = new CognitoIdentityClient({
    endpoint: standIn.url,
    region,
    credentials: { ...standIn.administrator },
  })

  const { IdentityPools } = await client.send(new ListIdentityPoolsCommand({ MaxResults: 60 }))
  const pool = await client.send(new DescribeIdentityPoolCommand({ IdentityPoolId }))

  expect(IdentityPools?.map((each) => each.IdentityPoolId)).toEqual([IdentityPoolId])
  expect(pool.CognitoIdentityProviders?.[0]?.ClientId).toBe(standIn.config.userPoolClientId)
})

test('the administrator has the whole bucket, by presigned URLs too', async ({ standIn }) => {
  const { bucket: Bucket } = standIn.config
  const s3 = s3Of(standIn)
  const object = { Bucket, Key: 'anywhere/notes.txt' }

  await s3.send(new PutObjectCommand({ ...object, Body: 'hello' }))

  const { Contents, Contents: [first] = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket, FetchOwner: true }),
  )
  expect(Contents?.map(({ Key }) => Key)).toEqual([object.Key])
  expect(first?.Owner?.ID).toBe('123456789012')
  const url = await getSignedUrl(s3, new GetObjectCommand(object))
  expect(await (await fetch(url)).text()).toBe('hello')
  await s3.send(new DeleteObjectCommand(object))
  await expect(s3.send(new GetObjectCommand(object))).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test("a bucket policy's deny holds for the administrator, too", async ({ standIn }) => {
  const { bucket: Bucket } = standIn.config
  const policy = 'Sid: RefusePlainHttp\n            Effect: Deny\n            Principal: '
  const account = "{ AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:user/administrator' }"
  editTemplate(
    standIn,
    [`${policy}'*'`, `${policy}${account}`],
    [
      "            Condition:\n              Bool:\n                aws:SecureTransport: 'false'\n\n  # A build",
      '\n  # A build',
    ],
  )

  await expect(s3Of(standIn).send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: arn:aws:iam::123456789012:user/administrator is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::${Bucket}" with an explicit deny in a resource-based policy`,
  })
})

test.for<[string, (key: Key) => Key, string, string]>([
  [
    'another secret',
    (key) => ({ ...key, secretAccessKey: 'A'.repeat(40) }),
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
  ],
  [
    'another key',
    (key) => ({ ...key, accessKeyId: 'AKIA2222222222222222' }),
    'UnrecognizedClientException',
    'InvalidAccessKeyId',
  ],
  [
    'a session token, which a key of its own has not',
    (key) => ({ ...key, sessionToken: 'a-token' }),
    'UnrecognizedClientException',
    'InvalidToken',
  ],
])('%s is refused', async ([, change, ofCognito, ofS3], { standIn }) => {
  const { userPoolId: UserPoolId, bucket: Bucket } = standIn.config
  const key = change(standIn.administrator)

  await expect(
    userPoolsOf(standIn, key).send(new ListUsersCommand({ UserPoolId })),
  ).rejects.toMatchObject({ name: ofCognito })
  await expect(s3Of(standIn, key).send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(
    { name: ofS3 },
  )
})

test('each installation has a key of its own, in the form of AWS, which a reset and a restart keep', async () => {
  const data = temporaryFolder()
  const first = await startStandIn({ data })
  const { administrator } = first
  await first.reset()
  await first.close()
  const [second, other] = await Promise.all([startStandIn({ data }), startStandIn()])
  onTestFinished(async () => {
    await Promise.all([second.close(), other.close()])
  })

  expect(administrator).toStrictEqual({
    accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
    secretAccessKey: expect.stringMatching(/^[A-Za-z\d+/]{40}$/),
  })
  expect(second.administrator).toStrictEqual(administrator)
  expect(other.administrator.accessKeyId).not.toBe(administrator.accessKeyId)
  expect(other.administrator.secretAccessKey).not.toBe(administrator.secretAccessKey)
})

test('a key that is given counts instead of the kept one, which comes back without it', async () => {
  const data = temporaryFolder()
  const given = { accessKeyId: 'AKIA0000000000000000', secretAccessKey: 'given'.repeat(8) }
  const before = await startStandIn({ data })
  await before.close()
  const standIn = await startStandIn({ data, administrator: given })
  const { userPoolId: UserPoolId } = standIn.config

  expect(standIn.administrator).toStrictEqual(given)
  await userPoolsOf(standIn).send(new ListUsersCommand({ UserPoolId }))
  await expect(
    userPoolsOf(standIn, before.administrator).send(new ListUsersCommand({ UserPoolId })),
  ).rejects.toMatchObject({ name: 'UnrecognizedClientException' })
  await standIn.close()
  const after = await startStandIn({ data })
  onTestFinished(() => after.close())
  expect(after.administrator).toStrictEqual(before.administrator)
})

test('the app is told nothing of the key', ({ standIn }) => {
  const { accessKeyId, secretAccessKey } = standIn.administrator
  const config = JSON.stringify(standIn.config)

  expect(config).not.toContain(accessKeyId)
  expect(config).not.toContain(secretAccessKey)
})
