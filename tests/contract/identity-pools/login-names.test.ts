import { GetIdCommand } from '@aws-sdk/client-cognito-identity'
import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { editTemplate } from '../../support/template/edit-template.ts'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { test } from '../../support/stand-in.ts'

const updated = [
  '      UserPoolName: !Ref AWS::StackName\n',
  '      UserPoolName: !Ref AWS::StackName\n      IssuerConfiguration: { Type: UPDATED }\n',
] as const

test('AWS’s name of a user pool is a key of Logins beside the local one, for the same identity', async ({
  standIn,
  cognito,
}) => {
  const { userPoolId, identityPoolId, region } = standIn.config
  const { identities, tokens, Logins } = await signUpWithCredentials(
    standIn,
    cognito,
    'a@b.example',
  )
  const identify = async (host: string) => {
    const named = host === '' ? Logins : { [`${host}/${userPoolId}`]: tokens.IdToken! }
    const get = new GetIdCommand({ IdentityPoolId: identityPoolId, Logins: named })
    return (await identities.send(get)).IdentityId
  }
  const own = await identify('')
  const newer = `issuer-cognito-idp.${region}.amazonaws.com`

  expect(await identify(`cognito-idp.${region}.amazonaws.com`)).toBe(own)
  await expect(identify(newer)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Token is not from a supported provider of this identity pool.',
  })
  await expect(identify('cognito-idp.eu-west-1.amazonaws.com')).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })

  editTemplate(standIn, updated)
  expect(await identify(newer)).toBe(own)
  expect(await identify(`cognito-idp.${region}.amazonaws.com`)).toBe(own)
})

test('one user pool under two names is refused', async ({ standIn, cognito }) => {
  const { userPoolId, identityPoolId, region } = standIn.config
  const { identities, tokens, Logins } = await signUpWithCredentials(
    standIn,
    cognito,
    'a@b.example',
  )
  const both = { ...Logins, [`cognito-idp.${region}.amazonaws.com/${userPoolId}`]: tokens.IdToken! }

  await expect(
    identities.send(new GetIdCommand({ IdentityPoolId: identityPoolId, Logins: both })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Logins names the same provider more than once',
  })
})

test('both services send the message of an error beside its type', async ({ standIn, cognito }) => {
  const { userPoolClientId: ClientId, region } = standIn.config
  const headers = { 'content-type': 'application/x-amz-json-1.1' }
  const post = (target: string, body: object) =>
    fetch(standIn.url, {
      method: 'POST',
      headers: { ...headers, 'x-amz-target': target },
      body: JSON.stringify(body),
    })
  const signIn = {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'nobody@example.com', PASSWORD: 'Wrong-Horse-1' },
  }

  const user = await post('AWSCognitoIdentityProviderService.InitiateAuth', signIn)
  const identity = await post('AWSCognitoIdentityService.GetId', {
    IdentityPoolId: `${region}:11111111-2222-4333-8444-555555555555`,
  })

  expect(user.headers.get('x-amzn-errormessage')).toBe('Incorrect username or password.')
  expect(user.headers.get('x-amzn-errortype')).toBe('NotAuthorizedException:')
  expect(identity.headers.get('x-amzn-errormessage')).toMatch(/^IdentityPool '.*' not found\.$/)
  expect(identity.headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException:')
  await expect(cognito.send(new InitiateAuthCommand(signIn as never))).rejects.toMatchObject({
    message: 'Incorrect username or password.',
  })
})

test('an ID token’s issuer, without its scheme, is always a key of Logins', async ({
  standIn,
  cognito,
}) => {
  const { Logins, tokens } = await signUpWithCredentials(standIn, cognito, 'a@b.example')

  expect(`http://${Object.keys(Logins)[0]}`).toBe(decodeJwt(tokens.IdToken!).iss)
})
