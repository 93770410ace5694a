import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  GetUserCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { callLocalApi, openEvents } from '../../support/local-api.ts'
import { discover, startLogin } from '../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../support/managed-login/page-visitor.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'

interface Summary {
  id: string
  service: string
  operation: string
  status: number
  error?: string
  userAgent?: string
}

async function list(standIn: TestStandIn, query = ''): Promise<Summary[]> {
  return (await (await callLocalApi(standIn, `/_local/requests${query}`)).json()) as Summary[]
}

const named = (all: readonly Summary[]) =>
  all.map(({ service, operation, status }) => `${service} ${operation} ${status}`).toReversed()

test('the log has each request of both ports by AWS’s names, whoever sent it, and what reads it is not in it', async ({
  standIn,
  cognito,
}) => {
  const { prefix, s3 } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { bucket: Bucket } = standIn.config
  await s3.send(new PutObjectCommand({ Bucket, Key: `${prefix}/a.txt`, Body: 'a' }))
  await callLocalApi(standIn, '/_local/messages')
  const asking = cognito.send(new GetUserCommand({ AccessToken: 'none' }))
  await expect(asking).rejects.toThrow()

  const all = await list(standIn)

  expect(named(all)).toEqual([
    // The template's function asks who has the address.
    'cognito-idp ListUsers 200',
    'cognito-idp SignUp 200',
    'cognito-idp ConfirmSignUp 200',
    'cognito-idp InitiateAuth 200',
    'cognito-identity GetId 200',
    'cognito-identity GetCredentialsForIdentity 200',
    's3 PutObject 200',
    'cognito-idp GetUser 400',
  ])
  expect(all[0]).toMatchObject({
    id: '8',
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/),
    durationMs: expect.any(Number),
    error: 'NotAuthorizedException',
    userAgent: expect.stringContaining('aws-sdk-js'),
  })
  expect(await list(standIn, '?service=s3')).toEqual([all[1]])
  expect(await list(standIn, '?operation=GetUser&limit=1')).toEqual([all[0]])
  expect((await callLocalApi(standIn, '/_local/requests?limit=0')).status).toBe(400)

  await callLocalApi(standIn, '/_local/requests', { method: 'DELETE' })
  expect(named(await list(standIn))).toEqual(['local-api DELETE /_local/requests 204'])
  expect((await callLocalApi(standIn, '/_local/requests/1')).status).toBe(404)
})

test('a request opens to what was sent and answered, with everything secret masked', async ({
  standIn,
  cognito,
}) => {
  const { credentials, tokens } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')

  const all = await list(standIn)
  const details = await Promise.all(
    all.map(async ({ id }) => (await callLocalApi(standIn, `/_local/requests/${id}`)).text()),
  )

  const text = details.join('\n')
  const { code } = standIn.outbox[0]!
  for (const secret of ['Correct-horse-1', code, tokens.IdToken!, credentials.secretAccessKey]) {
    expect(secret.length).toBeGreaterThan(5)
    expect(text).not.toContain(secret)
  }
  expect(text).not.toContain('eyJ')
  expect(text).not.toContain(credentials.sessionToken)
  expect(text).toContain(credentials.accessKeyId)
  const confirming = all.find(({ operation }) => operation === 'ConfirmSignUp')!
  const detail = await callLocalApi(standIn, `/_local/requests/${confirming.id}`)
  expect(await detail.json()).toMatchObject({
    operation: 'ConfirmSignUp',
    request: {
      method: 'POST',
      body: {
        ClientId: standIn.config.userPoolClientId,
        Username: 'ada@example.com',
        ConfirmationCode: '***',
      },
    },
    response: { body: { Session: '***' } },
  })
})

test('codes, states and cookies of the domain are masked in addresses, headers and forms', async ({
  standIn,
}) => {
  const login = await startLogin(await discover(standIn), standIn, { identity_provider: 'Google' })
  const visitor = createPageVisitor()
  const page = await visitor.open(login.url)
  const callback = await visitor.leave(
    visitor
      .submit(page, 'Continue as Ada Lovelace')
      .then((next) => visitor.submit(next, 'Continue')),
  )
  const code = new URL(callback).searchParams.get('code')!

  const all = await list(standIn)
  const details = await Promise.all(
    all.map(async ({ id }) => (await callLocalApi(standIn, `/_local/requests/${id}`)).text()),
  )

  expect(code.length).toBeGreaterThan(20)
  expect(details.join('\n')).not.toContain(code)
  expect(details.join('\n')).not.toContain('eyJ')
  expect(named(all)).toContain('managed-login GET /oauth2/authorize 302')
  expect(all.filter(({ service }) => service === 'social-providers').length).toBeGreaterThan(2)
  const authorize = details.find((text) => text.includes('/oauth2/authorize'))!
  expect(authorize).toContain('identity_provider=Google')
  expect(authorize).toMatch(/state=\*\*\*/)
})

test('each request is told as it is answered, and a reader that comes back misses none', async ({
  standIn,
  cognito,
}) => {
  const asking = () => cognito.send(new GetUserCommand({ AccessToken: 'none' })).catch(() => {})
  await asking()
  const first = await openEvents(standIn, undefined, 'requests')
  expect(await first.nextBlock()).toEqual({ id: '1' })

  await asking()
  expect(await first.nextBlock()).toMatchObject({
    id: '2',
    event: 'request',
    data: { id: '2', service: 'cognito-idp', operation: 'GetUser', status: 400 },
  })
  first.abort()
  await asking()
  const again = await openEvents(standIn, '2', 'requests')
  await again.nextBlock()

  expect(await again.nextBlock()).toMatchObject({ id: '3' })
  again.abort()
})

test('an operation of an administrator is there with what was asked, its signature masked', async ({
  standIn,
}) => {
  const admin = new CognitoIdentityProviderClient({
    endpoint: standIn.url,
    region: standIn.config.region,
    credentials: standIn.administrator,
  })
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId: standIn.config.userPoolId,
      Username: 'grace@example.com',
      TemporaryPassword: 'Correct-horse-1',
    }),
  )
  admin.destroy()
  const created = (await list(standIn)).find(({ operation }) => operation === 'AdminCreateUser')!

  const detail = await callLocalApi(standIn, `/_local/requests/${created.id}`)

  expect(await detail.json()).toMatchObject({
    request: {
      headers: { authorization: '***' },
      body: { Username: 'grace@example.com', TemporaryPassword: '***' },
    },
    response: { body: { User: { UserStatus: 'FORCE_CHANGE_PASSWORD' } } },
  })
})

const detailOf = async (standIn: TestStandIn, query: string) => {
  const [newest] = await list(standIn, query)
  const answer = await callLocalApi(standIn, `/_local/requests/${newest?.id}`)
  return (await answer.json()) as {
    requestId?: string
    machineAt: string
    checks: { name: string; isPassed: boolean; decision?: Record<string, unknown> }[]
  }
}

const told = ({ checks }: Awaited<ReturnType<typeof detailOf>>) =>
  checks.map(({ name, isPassed }) => (isPassed ? name : `${name} refused`))

test('a request opens to what was checked, in order, and the check that decided', async ({
  standIn,
  cognito,
}) => {
  const { s3, prefix } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { userPoolClientId: ClientId, bucket: Bucket } = standIn.config
  const signUp = { ClientId, Username: 'grace@example.com', Password: 'Correct-horse-1' }

  expect(told(await detailOf(standIn, '?operation=SignUp'))).toEqual([
    'X-Amz-Target',
    'SignUpRequest',
    'ClientId',
    'SecretHash',
    'AllowAdminCreateUserOnly',
    'Username',
    'Password',
    'UserAttributes',
    'UsernameExists',
    'PreSignUp',
    'CustomMessage',
  ])
  await cognito.send(new SignUpCommand({ ...signUp, Password: 'too-short' })).catch(() => undefined)
  expect(told(await detailOf(standIn, '?operation=SignUp')).at(-1)).toBe('Password refused')
  await cognito
    .send(new SignUpCommand({ ...signUp, Username: 'ada@example.com' }))
    .catch(() => undefined)
  expect(told(await detailOf(standIn, '?operation=SignUp')).at(-1)).toBe('UsernameExists refused')

  expect(told(await detailOf(standIn, '?operation=GetCredentialsForIdentity')).slice(-4)).toEqual([
    'IdentityId',
    'Logins',
    'CustomRoleArn',
    'sts:AssumeRoleWithWebIdentity',
  ])

  const answer = await s3.send(new PutObjectCommand({ Bucket, Key: `${prefix}/a.txt`, Body: 'a' }))
  const allowed = await detailOf(standIn, '?operation=PutObject')
  expect(allowed.requestId).toBe(answer.$metadata.requestId)
  expect(allowed.checks.at(-1)).toMatchObject({
    name: 's3:PutObject',
    isPassed: true,
    decision: {
      reason: 'allowed',
      resource: `arn:aws:s3:::${Bucket}/${prefix}/a.txt`,
      statement: { Effect: 'Allow', Action: expect.arrayContaining(['s3:PutObject']) },
    },
  })
  await s3
    .send(new PutObjectCommand({ Bucket, Key: 'users/nobody/a.txt', Body: 'a' }))
    .catch(() => undefined)
  const denied = await detailOf(standIn, '?operation=PutObject')
  expect(told(denied)).toEqual(['Authorization', 'PutObjectRequest', 's3:PutObject refused'])
  expect(denied.checks.at(-1)?.decision).toMatchObject({ reason: 'no-match' })
})

test('what no client is told of a code that is refused, the log tells', async ({ standIn }) => {
  const login = await startLogin(await discover(standIn), standIn, { identity_provider: 'Google' })
  const visitor = createPageVisitor()
  const page = await visitor.open(login.url)
  const callback = await visitor.leave(
    visitor
      .submit(page, 'Continue as Ada Lovelace')
      .then((next) => visitor.submit(next, 'Continue')),
  )
  const redeem = (code_verifier: string) =>
    fetch(`${standIn.url}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: standIn.config.userPoolClientId,
        code: new URL(callback).searchParams.get('code') ?? '',
        redirect_uri: new URL(callback).origin + new URL(callback).pathname,
        code_verifier,
      }),
    })

  expect(await (await redeem('a'.repeat(43))).json()).toEqual({ error: 'invalid_grant' })
  expect(told(await detailOf(standIn, '?service=managed-login'))).toEqual([
    ...['grant_type', 'client_id', 'client', 'code', 'redirect_uri', 'code_verifier refused'],
  ])
  const answered = '?service=managed-login&operation=GET%20/oauth2/idpresponse'
  expect(told(await detailOf(standIn, answered))).toEqual(
    expect.arrayContaining(['state', 'iss', 'id_token signature', 'id_token nonce']),
  )
  const asked = '?service=managed-login&operation=GET%20/oauth2/authorize'
  expect(told(await detailOf(standIn, asked)).slice(0, 5)).toEqual([
    ...['parameters', 'client_id', 'client', 'redirect_uri', 'identity_provider'],
  ])
})
