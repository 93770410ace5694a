import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import {
  AdminAddUserToGroupCommand,
  AdminRemoveUserFromGroupCommand,
  GetTokensFromRefreshTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { decodeJwt } from 'jose'
import { expect, onTestFinished } from 'vitest'
import { signingClient } from '../../support/iam/administrator.ts'
import { allowEditors } from '../../support/template/editors.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import {
  s3For,
  signUpWithCredentials,
} from '../../support/identity-pools/person-with-credentials.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'

const Username = 'ada@example.com'

/** The role that the identity pool gives for an ID token, with S3 as its session. */
async function roleFor(standIn: TestStandIn, IdentityId: string, provider: string, token: string) {
  const identities = new CognitoIdentityClient({
    endpoint: standIn.url,
    region: standIn.config.region,
  })
  onTestFinished(() => identities.destroy())
  const { Credentials } = await identities.send(
    new GetCredentialsForIdentityCommand({ IdentityId, Logins: { [provider]: token } }),
  )
  return s3For(standIn, {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretKey!,
    sessionToken: Credentials!.SessionToken!,
  })
}

test('whoever joins the editors writes what is shared from the next token on, and no more once out', async ({
  standIn,
  cognito,
}) => {
  editTemplate(standIn, allowEditors)
  const { bucket: Bucket, userPoolId: UserPoolId, userPoolClientId: ClientId } = standIn.config
  const administrator = signingClient(standIn.url, standIn.administrator)
  onTestFinished(() => administrator.destroy())
  const ada = await signUpWithCredentials(standIn, cognito, Username)
  const [provider = ''] = Object.keys(ada.Logins)
  const IdentityId = ada.prefix.slice('users/'.length)
  let { RefreshToken } = ada.tokens
  const signedInAgain = async () => {
    const { AuthenticationResult } = await cognito.send(
      new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }),
    )
    RefreshToken = AuthenticationResult!.RefreshToken
    return AuthenticationResult!.IdToken!
  }
  const note = { Bucket, Key: 'shared/note.txt' }
  const refused = { name: 'AccessDenied' }
  const group = { UserPoolId, Username, GroupName: 'editors' }

  await expect(ada.s3.send(new GetObjectCommand(note))).rejects.toMatchObject({ name: 'NoSuchKey' })
  await expect(ada.s3.send(new PutObjectCommand({ ...note, Body: 'mine' }))).rejects.toMatchObject(
    refused,
  )

  await administrator.send(new AdminAddUserToGroupCommand(group))
  const token = await signedInAgain()
  const editor = await roleFor(standIn, IdentityId, provider, token)

  expect(decodeJwt(token)).toMatchObject({
    'cognito:groups': ['editors'],
    'cognito:preferred_role': expect.stringContaining(':role/EditorsRole') as string,
  })
  await editor.send(new PutObjectCommand({ ...note, Body: 'for everybody' }))
  await editor.send(new PutObjectCommand({ Bucket, Key: `${ada.prefix}/mine.txt`, Body: 'mine' }))
  const { Body } = await ada.s3.send(new GetObjectCommand(note))
  expect(await Body!.transformToString()).toBe('for everybody')

  await administrator.send(new AdminRemoveUserFromGroupCommand(group))
  const reader = await roleFor(standIn, IdentityId, provider, await signedInAgain())

  await expect(
    reader.send(new PutObjectCommand({ ...note, Body: 'still mine' })),
  ).rejects.toMatchObject(refused)
})
