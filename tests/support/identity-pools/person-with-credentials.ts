import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { S3Client } from '@aws-sdk/client-s3'
import { onTestFinished } from 'vitest'
import type { TestStandIn } from '../stand-in.ts'

/** Somebody who signed up, signed in and has credentials, with an S3 client that signs with them. */
export async function signUpWithCredentials(
  standIn: TestStandIn,
  cognito: CognitoIdentityProviderClient,
  Username: string,
) {
  const { userPoolClientId: ClientId, userPoolId, identityPoolId, region } = standIn.config
  const Password = 'Correct-horse-1'
  await cognito.send(new SignUpCommand({ ClientId, Username, Password }))
  const ConfirmationCode = standIn.outbox[0]!.code
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: Password },
    }),
  )
  const Logins = { [`${new URL(standIn.url).host}/${userPoolId}`]: AuthenticationResult!.IdToken! }
  const identities = new CognitoIdentityClient({ endpoint: standIn.url, region })
  onTestFinished(() => identities.destroy())
  const { IdentityId } = await identities.send(
    new GetIdCommand({ IdentityPoolId: identityPoolId, Logins }),
  )
  const { Credentials } = await identities.send(
    new GetCredentialsForIdentityCommand({ IdentityId, Logins }),
  )
  const credentials = {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretKey!,
    sessionToken: Credentials!.SessionToken!,
  }
  const prefix = `users/${IdentityId}`
  const tokens = AuthenticationResult!
  return { prefix, credentials, s3: s3For(standIn, credentials), identities, tokens, Logins }
}

/** An S3 client that signs with these credentials; it stops with the test. */
export function s3For(
  { s3Url, config }: TestStandIn,
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string },
) {
  const s3 = new S3Client({
    endpoint: s3Url,
    region: config.region,
    forcePathStyle: true,
    credentials,
  })
  onTestFinished(() => s3.destroy())
  return s3
}
