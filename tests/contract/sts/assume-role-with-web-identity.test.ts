import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { fromWebToken } from '@aws-sdk/credential-providers'
import { expect } from 'vitest'
import {
  allowGuests,
  guestToken,
  roleArn,
  startClassicFlow,
  stsFor,
} from '../../support/identity-pools/classic-flow.ts'
import { s3For } from '../../support/identity-pools/person-with-credentials.ts'
import { test } from '../../support/stand-in.ts'

test('a token of the identity pool buys credentials that keep objects of one’s own', async ({
  standIn,
  cognito,
}) => {
  const { assume, s3With, prefix, IdentityId, RoleArn } = await startClassicFlow(standIn, cognito)
  const { bucket: Bucket, identityPoolId } = standIn.config
  standIn.clock.stop()

  const answer = await assume({ DurationSeconds: 900 })

  const name = RoleArn.split('/').at(-1)!
  expect(answer).toMatchObject({
    SubjectFromWebIdentityToken: IdentityId,
    Audience: identityPoolId,
    Provider: 'cognito-identity.amazonaws.com',
    AssumedRoleUser: {
      Arn: `arn:aws:sts::123456789012:assumed-role/${name}/ada`,
      AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:ada$/) as string,
    },
  })
  const { length } = answer.Credentials!.SessionToken!
  expect(answer.SessionTokenUtilization).toBe(Math.ceil((length / 4096) * 100))
  expect(answer.Credentials!.Expiration!.getTime()).toBe(
    Math.floor(standIn.clock.now() / 1000) * 1000 + 900_000,
  )
  const s3 = s3With(answer)
  await s3.send(new PutObjectCommand({ Bucket, Key: `${prefix}/note.txt`, Body: 'mine' }))
  await expect(
    s3.send(new PutObjectCommand({ Bucket, Key: 'users/somebody/note.txt', Body: 'not mine' })),
  ).rejects.toMatchObject({ name: 'AccessDenied' })
})

test('credentials are over when their time is, and sooner than those of the enhanced flow', async ({
  standIn,
  cognito,
}) => {
  const { assume, s3With, prefix, s3 } = await startClassicFlow(standIn, cognito)
  const list = new ListObjectsV2Command({ Bucket: standIn.config.bucket, Prefix: `${prefix}/` })
  const classic = s3With(await assume({ DurationSeconds: 900 }))
  await classic.send(list)

  standIn.clock.advance({ ms: 900_000 })

  await expect(classic.send(list)).rejects.toMatchObject({ name: 'ExpiredToken' })
  await s3.send(list)
})

test('fromWebToken of the SDK signs with what it gets', async ({ standIn, cognito }) => {
  const { token, prefix, RoleArn } = await startClassicFlow(standIn, cognito)
  const { bucket: Bucket, region } = standIn.config
  const credentials = await fromWebToken({
    roleArn: RoleArn,
    roleSessionName: 'from-the-sdk',
    webIdentityToken: await token(),
    clientConfig: { endpoint: standIn.url, region },
  })()
  const { sessionToken = '', ...key } = credentials
  const s3 = s3For(standIn, { ...key, sessionToken })

  await s3.send(new PutObjectCommand({ Bucket, Key: `${prefix}/sdk.txt`, Body: 'by the SDK' }))

  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: `${prefix}/sdk.txt` }))
  expect(await Body!.transformToString()).toBe('by the SDK')
})

test('whoever has assumed a role is told who they are', async ({ standIn, cognito }) => {
  const { assume } = await startClassicFlow(standIn, cognito)
  const { Credentials, AssumedRoleUser } = await assume()
  const sts = stsFor(standIn)
  sts.config.credentials = () =>
    Promise.resolve({
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken!,
    })

  const caller = await sts.send(new GetCallerIdentityCommand())

  expect(caller).toMatchObject({
    Account: '123456789012',
    Arn: AssumedRoleUser!.Arn,
    UserId: AssumedRoleUser!.AssumedRoleId,
  })
})

test('a session policy limits a session, and never widens it', async ({ standIn, cognito }) => {
  const { assume, s3With, prefix } = await startClassicFlow(standIn, cognito)
  const { bucket: Bucket } = standIn.config
  const object = { Bucket, Key: `${prefix}/note.txt` }
  const Statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement })
  await s3With(await assume()).send(new PutObjectCommand({ ...object, Body: 'mine' }))

  const answer = await assume({ Policy })

  const s3 = s3With(answer)
  await s3.send(new GetObjectCommand(object))
  await expect(s3.send(new PutObjectCommand({ ...object, Body: 'again' }))).rejects.toMatchObject({
    name: 'AccessDenied',
  })
  await expect(
    s3.send(new GetObjectCommand({ Bucket, Key: 'users/somebody/note.txt' })),
  ).rejects.toMatchObject({ name: 'AccessDenied' })
})

test('a role that says so gives longer sessions', async ({ standIn, cognito }) => {
  const { assume } = await startClassicFlow(standIn, cognito, [
    '      Description: What a signed-in person may do, which is to keep objects of their own.\n',
    '      MaxSessionDuration: 43200\n',
  ])
  standIn.clock.stop()

  const { Credentials } = await assume({ DurationSeconds: 43_200 })

  expect(Credentials!.Expiration!.getTime()).toBe(
    Math.floor(standIn.clock.now() / 1000) * 1000 + 43_200_000,
  )
})

test('a session token is as long as is asked for', async ({ standIn, cognito }) => {
  const { assume, s3With, prefix } = await startClassicFlow(standIn, cognito)

  const answer = await assume({ MinimumSessionTokenSize: 4095 })

  expect(answer.Credentials!.SessionToken!.length).toBe(4096)
  expect(answer.SessionTokenUtilization).toBe(100)
  await s3With(answer).send(
    new ListObjectsV2Command({ Bucket: standIn.config.bucket, Prefix: `${prefix}/` }),
  )
  await expect(assume({ MinimumSessionTokenSize: 4097 })).rejects.toMatchObject({
    name: 'ValidationError',
  })
})

test('a guest assumes the guests’ role, and no other', async ({ standIn, cognito }) => {
  const { sts } = await startClassicFlow(standIn, cognito, allowGuests)
  const WebIdentityToken = await guestToken(standIn)
  const assume = (name: string) =>
    sts.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn(standIn, name),
        RoleSessionName: 'guest',
        WebIdentityToken,
      }),
    )

  const { AssumedRoleUser } = await assume('GuestRole')

  expect(AssumedRoleUser!.Arn).toContain(':assumed-role/GuestRole')
  await expect(assume('AuthenticatedRole')).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  })
})

test('a trust policy may go by the name of the session, in both flows', async ({
  standIn,
  cognito,
}) => {
  const { assume } = await startClassicFlow(standIn, cognito, [
    '"StringEquals":{',
    '"StringEquals":{"sts:RoleSessionName":["ada","CognitoIdentityCredentials"],',
  ])

  await assume()

  await expect(assume({ RoleSessionName: 'eve' })).rejects.toMatchObject({ name: 'AccessDenied' })
})
