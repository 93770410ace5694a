import {
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { onTestFinished } from 'vitest'
import { createLocalAwsClient } from './local-aws-client.ts'
import { startStandIn, type TestStandIn, type TestStandInOptions } from './stand-in.ts'

export const Password = 'Correct-horse-1'

/** A local AWS with a person's and an administrator's clients, to be put into states and out of them. */
export async function startWithClients(options: TestStandInOptions = {}) {
  const standIn = await startStandIn(options)
  const clients = clientsOf(standIn)
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    clients.destroy()
    await standIn.close()
  }
  onTestFinished(close)
  return { standIn, ...clients, close }
}

function clientsOf(standIn: TestStandIn) {
  const {
    region,
    userPoolClientId: ClientId,
    userPoolId: UserPoolId,
    bucket: Bucket,
  } = standIn.config
  const aws = createLocalAwsClient(standIn)
  const maxAttempts = 1
  const cognito = new CognitoIdentityProviderClient({
    endpoint: standIn.url,
    region,
    maxAttempts,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  })
  const s3 = new S3Client({
    endpoint: standIn.s3Url,
    region,
    maxAttempts,
    forcePathStyle: true,
    credentials: standIn.administrator,
  })

  return {
    aws,
    cognito,
    s3,
    /** A confirmed person. */
    add: async (Username: string) => {
      await aws.call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' })
      await aws.call('AdminSetUserPassword', { UserPoolId, Username, Password, Permanent: true })
    },
    people: async (): Promise<string[]> => {
      type Listed = { Users: { Attributes: { Name: string; Value: string }[] }[] }
      const { Users } = await aws.call<Listed>('ListUsers', { UserPoolId })
      return Users.map(
        ({ Attributes }) => Attributes.find(({ Name }) => Name === 'email')?.Value ?? '',
      ).sort()
    },
    /** @returns the refresh token. */
    signIn: async (USERNAME: string): Promise<string> => {
      const AuthParameters = { USERNAME, PASSWORD: Password }
      const { AuthenticationResult } = await cognito.send(
        new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
      )
      return AuthenticationResult?.RefreshToken ?? ''
    },
    refresh: (RefreshToken: string) =>
      cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken })),
    put: (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body })),
    remove: (Key: string) => s3.send(new DeleteObjectCommand({ Bucket, Key })),
    /** Keys with their text. */
    objects: async (): Promise<Record<string, string>> => {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }))
      const found: Record<string, string> = {}
      for (const { Key = '' } of Contents) {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
        found[Key] = (await Body?.transformToString()) ?? ''
      }
      return found
    },
    destroy() {
      cognito.destroy()
      s3.destroy()
    },
  }
}
