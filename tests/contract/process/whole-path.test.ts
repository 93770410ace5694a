import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { expect, onTestFinished } from 'vitest'
import { test } from '../../support/stand-in.ts'

test('a person signs up, signs in and keeps an object, with the real SDKs over sockets', async ({
  cognito,
  standIn,
}) => {
  const { config } = standIn
  const ada = { Username: 'ada@example.com', Password: 'Correct-horse-1' }
  await cognito.send(new SignUpCommand({ ClientId: config.userPoolClientId, ...ada }))
  const ConfirmationCode = standIn.outbox[0]!.code
  await cognito.send(
    new ConfirmSignUpCommand({
      ClientId: config.userPoolClientId,
      Username: ada.Username,
      ConfirmationCode,
    }),
  )
  const { AuthenticationResult: tokens } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: config.userPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: ada.Username, PASSWORD: ada.Password },
    }),
  )

  const identities = new CognitoIdentityClient({ endpoint: standIn.url, region: config.region })
  onTestFinished(() => identities.destroy())
  const Logins = {
    [`${new URL(standIn.url).host}/${config.userPoolId}`]: tokens!.IdToken!,
  }
  const { IdentityId } = await identities.send(
    new GetIdCommand({ IdentityPoolId: config.identityPoolId, Logins }),
  )
  const { Credentials } = await identities.send(
    new GetCredentialsForIdentityCommand({ IdentityId, Logins }),
  )

  const s3 = new S3Client({
    endpoint: standIn.s3Url,
    region: config.region,
    forcePathStyle: true,
    credentials: {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretKey!,
      sessionToken: Credentials!.SessionToken!,
    },
  })
  onTestFinished(() => s3.destroy())
  const object = { Bucket: config.bucket, Key: `users/${IdentityId}/profile.json` }
  await s3.send(new PutObjectCommand({ ...object, Body: '{"name":"Ada"}' }))
  const { Body } = await s3.send(new GetObjectCommand(object))
  expect(await Body!.transformToString()).toBe('{"name":"Ada"}')

  const elsewhere = { Bucket: config.bucket, Key: 'users/someone-else/profile.json', Body: 'x' }
  await expect(s3.send(new PutObjectCommand(elsewhere))).rejects.toMatchObject({
    name: 'AccessDenied',
  })
})
