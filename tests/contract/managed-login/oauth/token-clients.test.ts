import * as client from 'openid-client'
import { expect } from 'vitest'
import { editTemplate } from '../../../support/template/edit-template.ts'
import { discover, signInAt, startLogin } from '../../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../../support/managed-login/page-visitor.ts'
import { addPerson } from '../../../support/user-pools/people-in-pool.ts'
import { postToken, redemption, test } from '../../../support/managed-login/token-endpoint.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

test('a confidential client has to prove itself, in the header or in the form', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  editTemplate(standIn, ['GenerateSecret: false', 'GenerateSecret: true'])
  const { secret = '' } = standIn.deployment().userPools[0]!.clients[0]!
  const login = async (authentication: client.ClientAuth) => {
    const configuration = await discover(standIn, authentication)
    const { url, checks } = await startLogin(configuration, standIn)
    const callback = await signInAt(createPageVisitor(), url, ada)
    return client.authorizationCodeGrant(configuration, callback, checks)
  }
  const refusal = { error: 'invalid_client', error_description: 'invalid_client_secret' }

  expect(await login(client.ClientSecretBasic(secret))).toHaveProperty('access_token')
  expect(await login(client.ClientSecretPost(secret))).toHaveProperty('access_token')
  await expect(login(client.None())).rejects.toMatchObject(refusal)
  await expect(login(client.ClientSecretPost('wrong'))).rejects.toMatchObject(refusal)
  await expect(login(client.ClientSecretBasic('wrong'))).rejects.toMatchObject(refusal)
})

test('a public client with a secret is refused', async ({ standIn, newCode }) => {
  const form = { ...redemption(standIn, await newCode()), client_secret: 'x' }

  expect((await postToken(standIn, form)).body).toEqual({
    error: 'invalid_client',
    error_description: 'invalid_client_secret',
  })
})

test('a confidential client gets a token of its own for a resource server', async ({ standIn }) => {
  editTemplate(
    standIn,
    ['GenerateSecret: false', 'GenerateSecret: true'],
    ['AllowedOAuthFlows: [code]', 'AllowedOAuthFlows: [client_credentials]'],
    ['        - openid\n        - email\n        - profile\n', '        - api/read\n'],
    ['        - aws.cognito.signin.user.admin\n', '        - api/write\n'],
  )
  const { secret = '', id } = standIn.deployment().userPools[0]!.clients[0]!
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret }

  const { body } = await postToken(standIn, { ...form, scope: 'api/read' })
  const refused = await postToken(standIn, { ...form, scope: 'api/delete' })
  const [, payload = ''] = String(body['access_token']).split('.')
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())

  expect(Object.keys(body).toSorted()).toEqual(['access_token', 'expires_in', 'token_type'])
  expect(claims).toMatchObject({ sub: id, client_id: id, scope: 'api/read', token_use: 'access' })
  expect(refused.body).toEqual({ error: 'invalid_request', error_description: 'invalid_scope' })
})
