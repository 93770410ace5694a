import {
  GlobalSignOutCommand,
  InitiateAuthCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { editTemplate, otherClient } from '../../../support/template/edit-template.ts'
import { loginOf } from '../../../support/managed-login/managed-login.ts'
import { addPerson } from '../../../support/user-pools/people-in-pool.ts'
import { test, type TestStandIn } from '../../../support/stand-in.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

function userInfo({ url }: TestStandIn, authorization?: string): Promise<Response> {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
  return fetch(`${url}/oauth2/userInfo`, { headers })
}

function revoke({ url }: TestStandIn, form: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(form)
  return fetch(`${url}/oauth2/revoke`, { method: 'POST', body })
}

async function apiTokens(standIn: TestStandIn, cognito: CognitoIdentityProviderClient) {
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: standIn.config.userPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: ada.email, PASSWORD: ada.password },
    }),
  )
  return AuthenticationResult!
}

test.for([undefined, '', 'Bearer', 'Bearer ', 'Basic eDp5', 'Bearer a b'])(
  'userInfo with the header %s is a bad request',
  async (authorization, { standIn }) => {
    const response = await userInfo(standIn, authorization)

    expect(response.status).toBe(400)
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_request"')
    expect(response.headers.get('www-authenticate')).toContain(
      'Bad OAuth2 request at UserInfo Endpoint',
    )
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  },
)

test('userInfo takes access tokens with openid alone, and no other token', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { AccessToken = '' } = await apiTokens(standIn, cognito)
  const { tokens } = await loginOf(standIn, ada)
  const [header, payload, signature = ''] = tokens.access_token.split('.')
  const altered = `${header ?? ''}.${payload ?? ''}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`

  for (const token of [AccessToken, tokens.id_token!, tokens.refresh_token!, altered, 'x']) {
    const response = await userInfo(standIn, `Bearer ${token}`)

    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: 'invalid_token' })
  }
  const posted = await fetch(`${standIn.url}/oauth2/userInfo`, {
    method: 'POST',
    headers: { authorization: `bearer ${tokens.access_token}` },
  })
  expect(posted.status).toBe(200)
})

test('userInfo refuses a token that has expired or was signed out', async ({
  standIn,
  cognito,
  clock,
}) => {
  await addPerson(standIn, cognito, ada)
  const { tokens } = await loginOf(standIn, ada)
  const { AccessToken } = await apiTokens(standIn, cognito)

  await cognito.send(new GlobalSignOutCommand({ AccessToken }))
  const signedOut = await userInfo(standIn, `Bearer ${tokens.access_token}`)
  expect(signedOut.status).toBe(401)
  expect(await signedOut.json()).toEqual({
    error: 'invalid_token',
    error_description:
      'Access token is expired, disabled, or deleted, or the user has globally signed out.',
  })

  const { tokens: fresh } = await loginOf(standIn, ada)
  clock.advance({ minutes: 16 })
  expect((await userInfo(standIn, `Bearer ${fresh.access_token}`)).status).toBe(401)
})

test('revoking ends access and refresh tokens, and may be repeated', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { tokens } = await loginOf(standIn, ada)
  const form = { client_id: standIn.config.userPoolClientId, token: tokens.refresh_token! }

  const first = await revoke(standIn, form)
  const second = await revoke(standIn, form)

  expect([first.status, await first.text()]).toEqual([200, ''])
  expect(second.status).toBe(200)
  expect((await userInfo(standIn, `Bearer ${tokens.access_token}`)).status).toBe(401)
})

test('revoking what nobody knows is no error', async ({ standIn }) => {
  const client_id = standIn.config.userPoolClientId

  expect((await revoke(standIn, { client_id, token: 'nothing' })).status).toBe(200)
})

test('revoke refuses access tokens, no token, unknown clients and tokens of others', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  editTemplate(standIn, otherClient)
  const { tokens } = await loginOf(standIn, ada)
  const client_id = standIn.config.userPoolClientId
  const other = standIn.deployment().userPools[0]!.clients.find(({ id }) => id !== client_id)!.id
  const token = tokens.refresh_token!
  const answerTo = async (form: Record<string, string>) => {
    const response = await revoke(standIn, form)
    return [response.status, ((await response.json()) as { error: string }).error]
  }

  expect(await answerTo({ client_id, token: tokens.access_token })).toEqual([
    400,
    'unsupported_token_type',
  ])
  expect(await answerTo({ client_id })).toEqual([400, 'invalid_request'])
  expect(await answerTo({ token })).toEqual([400, 'invalid_request'])
  expect(await answerTo({ client_id: 'nobody', token })).toEqual([401, 'invalid_client'])
  expect(await answerTo({ client_id, token, client_secret: 'x' })).toEqual([401, 'invalid_client'])
  expect(await answerTo({ client_id: other, token })).toEqual([401, 'invalid_client'])

  editTemplate(standIn, ['EnableTokenRevocation: true', 'EnableTokenRevocation: false'])
  expect(await answerTo({ client_id, token })).toEqual([400, 'invalid_request'])
})
