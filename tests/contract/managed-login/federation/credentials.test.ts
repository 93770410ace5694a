import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import * as client from 'openid-client'
import { expect } from 'vitest'
import { discover, startLogin } from '../../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../../support/managed-login/page-visitor.ts'
import { test, type TestStandIn } from '../../../support/stand-in.ts'

/** @returns the identity id and its credentials, for somebody signed in at the local Google. */
async function credentialsOf(standIn: TestStandIn, button: string) {
  const { region, userPoolId, identityPoolId: IdentityPoolId } = standIn.config
  const visitor = createPageVisitor()
  const configuration = await discover(standIn)
  const { url, checks } = await startLogin(configuration, standIn, { identity_provider: 'Google' })
  const callback = await visitor.leave(visitor.submit(await visitor.open(url), button))
  const tokens = await client.authorizationCodeGrant(configuration, callback, checks)

  const cognito = new CognitoIdentityClient({
    endpoint: standIn.url,
    region,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  })
  const issuer = `${new URL(standIn.url).host}/${userPoolId}`
  const Logins = { [issuer]: tokens.id_token! }
  const { IdentityId } = await cognito.send(new GetIdCommand({ IdentityPoolId, Logins }))
  const given = await cognito.send(new GetCredentialsForIdentityCommand({ IdentityId, Logins }))
  cognito.destroy()
  return given
}

test('people from a provider get temporary credentials, each of an identity of their own', async ({
  standIn,
}) => {
  const ada = await credentialsOf(standIn, 'Continue as Ada Lovelace')
  const again = await credentialsOf(standIn, 'Continue as Ada Lovelace')
  const grace = await credentialsOf(standIn, 'Continue as Grace Hopper')

  expect(ada.Credentials?.SessionToken).toBeTypeOf('string')
  expect(again.IdentityId).toBe(ada.IdentityId)
  expect(grace.IdentityId).not.toBe(ada.IdentityId)
})
