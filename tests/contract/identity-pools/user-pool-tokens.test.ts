import { GetIdCommand } from '@aws-sdk/client-cognito-identity'
import {
  DeleteUserCommand,
  GetTokensFromRefreshTokenCommand,
  GlobalSignOutCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { test } from '../../support/stand-in.ts'

test('an ID token of the user pool opens the same identity after each refresh', async ({
  cognito,
  standIn,
}) => {
  const ada = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { userPoolClientId: ClientId, identityPoolId: IdentityPoolId } = standIn.config
  const { RefreshToken } = ada.tokens
  const { AuthenticationResult } = await cognito.send(
    new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }),
  )
  const [provider = ''] = Object.keys(ada.Logins)

  const { IdentityId } = await ada.identities.send(
    new GetIdCommand({ IdentityPoolId, Logins: { [provider]: AuthenticationResult!.IdToken! } }),
  )

  expect(`users/${IdentityId}`).toBe(ada.prefix)
})

test('an access token opens nothing', async ({ cognito, standIn }) => {
  const ada = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const [provider = ''] = Object.keys(ada.Logins)
  const Logins = { [provider]: ada.tokens.AccessToken! }
  const { identityPoolId: IdentityPoolId } = standIn.config

  await expect(
    ada.identities.send(new GetIdCommand({ IdentityPoolId, Logins })),
  ).rejects.toMatchObject({
    message: 'Invalid login token. Not a valid OpenId Connect identity token.',
  })
})

test.for(['signed out everywhere', 'revoked the refresh token', 'deleted the account'])(
  'an ID token of somebody who %s opens nothing, and credentials last out their hour',
  async (end, { cognito, standIn }) => {
    const ada = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
    const { userPoolClientId: ClientId, identityPoolId: IdentityPoolId, bucket } = standIn.config
    const { AccessToken, RefreshToken: Token } = ada.tokens
    if (end.startsWith('signed')) await cognito.send(new GlobalSignOutCommand({ AccessToken }))
    else if (end.startsWith('revoked'))
      await cognito.send(new RevokeTokenCommand({ ClientId, Token }))
    else await cognito.send(new DeleteUserCommand({ AccessToken }))

    const opening = ada.identities.send(new GetIdCommand({ IdentityPoolId, Logins: ada.Logins }))
    await expect(opening).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Token is inactive',
    })
    const listing = ada.s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: `${ada.prefix}/` }),
    )
    await expect(listing).resolves.toMatchObject({ KeyCount: 0 })
  },
)

test('an ID token that has expired opens nothing', async ({ clock, cognito, standIn }) => {
  const ada = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { identityPoolId: IdentityPoolId } = standIn.config
  clock.advance({ minutes: 16 })

  const opening = ada.identities.send(new GetIdCommand({ IdentityPoolId, Logins: ada.Logins }))

  await expect(opening).rejects.toMatchObject({
    message: expect.stringMatching(/^Invalid login token\. Token expired: \d+ >= \d+$/) as string,
  })
})

test('an ID token with a signature of one’s own making opens nothing', async ({
  cognito,
  standIn,
}) => {
  const ada = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { identityPoolId: IdentityPoolId, userPoolId } = standIn.config
  const provider = `${new URL(standIn.url).host}/${userPoolId}`
  const [header = '', claims = ''] = ada.tokens.IdToken!.split('.')
  const forged = { [provider]: `${header}.${claims}.${'A'.repeat(342)}` }

  const opening = ada.identities.send(new GetIdCommand({ IdentityPoolId, Logins: forged }))

  await expect(opening).rejects.toMatchObject({
    message: "Invalid login token. Couldn't verify signed token.",
  })
})
