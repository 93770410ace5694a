import {
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  GetUserCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { GetIdCommand } from '@aws-sdk/client-cognito-identity'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { callLocalApi } from '../../support/local-api.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'

function send(standIn: TestStandIn, body: object): Promise<Response> {
  return callLocalApi(standIn, '/_local/faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

const getUser = (standIn: TestStandIn) =>
  fetch(standIn.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser',
    },
    body: JSON.stringify({ AccessToken: 'none' }),
  })

const clear = (standIn: TestStandIn) =>
  callLocalApi(standIn, '/_local/faults', { method: 'DELETE' })

test.for([
  ['throttle', 400, 'TooManyRequestsException'],
  ['error', 500, 'InternalErrorException'],
  ['expired', 400, 'NotAuthorizedException'],
] as const)(
  '%s is said by the user pool as AWS says it',
  async ([kind, status, name], { standIn }) => {
    await send(standIn, { kind, service: 'cognito-idp', operation: 'GetUser' })

    const response = await getUser(standIn)

    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ __type: name, message: expect.any(String) })
    expect(response.headers.get('x-amzn-errortype')).toBe(`${name}:`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  },
)

test('S3, the token endpoint and STS say it each in their own protocol', async ({ standIn }) => {
  await send(standIn, { kind: 'throttle' })
  const { bucket } = standIn.config

  const s3 = await fetch(`${standIn.s3Url}/${bucket}/a`, {
    headers: { origin: 'http://localhost:5173' },
  })
  expect(s3.status).toBe(503)
  expect(await s3.text()).toContain('<Error><Code>SlowDown</Code>')
  expect(s3.headers.get('access-control-allow-origin')).toBe('http://localhost:5173')

  const token = await fetch(`${standIn.url}/oauth2/token`, { method: 'POST' })
  expect(token.status).toBe(429)
  expect(await token.json()).toMatchObject({ error: 'too_many_requests' })
  expect(token.headers.get('access-control-allow-origin')).toBe('*')

  const sts = await fetch(standIn.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  })
  expect(sts.status).toBe(400)
  expect(await sts.text()).toMatch(/^<\?xml.*<Error><Type>Sender<\/Type><Code>Throttling</s)

  const page = await fetch(`${standIn.url}/login`)
  expect(page.status).toBe(429)
  expect(page.headers.get('content-type')).toContain('text/html')
})

test('SDKs repeat what was throttled, and go on once it is over', async ({ standIn, cognito }) => {
  await send(standIn, { kind: 'throttle', service: 'cognito-idp', operation: 'SignUp', times: 2 })

  const { $metadata } = await cognito.send(
    new SignUpCommand({
      ClientId: standIn.config.userPoolClientId,
      Username: 'ada@example.com',
      Password: 'Correct-horse-1',
    }),
  )

  expect($metadata.attempts).toBe(3)
  expect(standIn.outbox).toHaveLength(1)
  const { faults } = (await (await callLocalApi(standIn, '/_local/faults')).json()) as {
    faults: unknown[]
  }
  expect(faults).toEqual([])
})

test('a share is kept to the request, and each request in the log names its fault', async ({
  standIn,
}) => {
  const created = await send(standIn, { kind: 'error', operation: 'GetUser', share: 0.25 })
  expect(created.status).toBe(201)

  const statuses: number[] = []
  for (let sent = 0; sent < 8; sent += 1) statuses.push((await getUser(standIn)).status)

  expect(statuses).toEqual([400, 400, 400, 500, 400, 400, 400, 500])
  const faults = await (await callLocalApi(standIn, '/_local/faults')).json()
  expect(faults).toMatchObject({ faults: [{ id: '1', kind: 'error', share: 0.25, hits: 2 }] })
  const newest = await callLocalApi(standIn, '/_local/requests?limit=1')
  expect(await newest.json()).toMatchObject([{ status: 500, fault: '1' }])
})

test.for([
  ['before the service is asked, nothing has happened', false, 0],
  ['after it, it has', true, 1],
] as const)('a connection that is cut: %s', async ([, isAfter, sent], { standIn }) => {
  await send(standIn, { kind: 'cut-off', operation: 'SignUp', isAfter })
  const cognito = new CognitoIdentityProviderClient({
    endpoint: standIn.url,
    region: standIn.config.region,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
  })

  const signingUp = cognito.send(
    new SignUpCommand({
      ClientId: standIn.config.userPoolClientId,
      Username: 'ada@example.com',
      Password: 'Correct-horse-1',
    }),
  )

  await expect(signingUp).rejects.toThrow(/socket hang up|ECONNRESET/)
  expect(standIn.outbox).toHaveLength(sent)
  cognito.destroy()
})

test('an expired code, login and token are refused each by its own name', async ({
  standIn,
  cognito,
}) => {
  const { s3, prefix, identities, Logins, tokens } = await signUpWithCredentials(
    standIn,
    cognito,
    'ada@example.com',
  )
  const { bucket: Bucket, identityPoolId, userPoolClientId: ClientId } = standIn.config
  await send(standIn, { kind: 'expired' })

  const code = { ClientId, Username: 'ada@example.com', ConfirmationCode: '123456' }
  await expect(cognito.send(new ConfirmSignUpCommand(code))).rejects.toMatchObject({
    name: 'ExpiredCodeException',
  })
  await expect(
    cognito.send(new GetUserCommand({ AccessToken: tokens.AccessToken })),
  ).rejects.toMatchObject({ name: 'NotAuthorizedException', message: 'Access Token has expired' })
  await expect(
    identities.send(new GetIdCommand({ IdentityPoolId: identityPoolId, Logins })),
  ).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: `${prefix}/a` }))).rejects.toMatchObject(
    { name: 'ExpiredToken' },
  )
})

test('with a skewed clock a client that dates by its own is refused, and one that reads the date goes on', async ({
  standIn,
  cognito,
}) => {
  const { s3, prefix } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { bucket: Bucket } = standIn.config
  await send(standIn, { kind: 'skewed-clock', skewSeconds: 3600 })

  const before = await fetch(`${standIn.s3Url}/${Bucket}/a`)
  const date = Date.parse(before.headers.get('date') ?? '')
  expect(Math.round((date - standIn.clock.now()) / 60_000)).toBe(60)
  // The SDK corrects its clock by the date of the refusal, and signs again.
  const { $metadata } = await s3.send(
    new PutObjectCommand({ Bucket, Key: `${prefix}/a`, Body: 'a' }),
  )

  expect($metadata.attempts).toBe(2)
  const log = await (await callLocalApi(standIn, '/_local/requests?operation=PutObject')).json()
  expect(log).toMatchObject([{ status: 200 }, { status: 403, error: 'RequestTimeTooSkewed' }])
  await clear(standIn)
})

test('without the headers of CORS, no page is let read an answer', async ({ standIn }) => {
  await send(standIn, { preset: 'cors' })

  const preflight = await fetch(standIn.url, { method: 'OPTIONS' })
  const answer = await getUser(standIn)

  expect([...preflight.headers, ...answer.headers].map(([name]) => name).join(' ')).not.toContain(
    'access-control',
  )
  expect(await answer.json()).toMatchObject({ __type: 'NotAuthorizedException' })
})

test('presets are the rows of AWS’s table for the first call', async ({ standIn, cognito }) => {
  const list = await (await callLocalApi(standIn, '/_local/faults')).json()
  expect((list as { presets: { name: string }[] }).presets.map(({ name }) => name)).toEqual([
    'user-not-found',
    'not-authorized',
    'invalid-parameter',
    'invalid-password',
    'access-denied',
    'id-mismatch',
    'region-mismatch',
    'user-not-confirmed',
    'cors',
  ])
  const { s3 } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')

  await send(standIn, { preset: 'access-denied', times: 1 })
  const { bucket: Bucket } = standIn.config
  await expect(s3.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({
    name: 'AccessDenied',
    $metadata: { httpStatusCode: 403 },
  })
  await send(standIn, { preset: 'id-mismatch' })
  expect(await (await getUser(standIn)).json()).toEqual({
    __type: 'ResourceNotFoundException',
    message: 'User pool client does not exist.',
  })
})

test('faults go one by one, all at once, and with a reset; /_local is spared', async ({
  standIn,
}) => {
  await send(standIn, { kind: 'error' })
  await send(standIn, { kind: 'throttle' })
  const remove = (id: string) => callLocalApi(standIn, `/_local/faults/${id}`, { method: 'DELETE' })

  expect((await getUser(standIn)).status).toBe(500)
  expect((await remove('1')).status).toBe(204)
  expect((await remove('1')).status).toBe(404)
  expect(await (await getUser(standIn)).json()).toMatchObject({
    __type: 'TooManyRequestsException',
  })
  expect((await clear(standIn)).status).toBe(204)
  expect(await (await getUser(standIn)).json()).toMatchObject({ __type: 'NotAuthorizedException' })

  await send(standIn, { kind: 'error' })
  await callLocalApi(standIn, '/_local/reset', { method: 'POST' })
  expect(await (await getUser(standIn)).json()).toMatchObject({ __type: 'NotAuthorizedException' })
})

test.for([
  [{}, /^There is no such fault: kind has to be one of/],
  [{ kind: 'broken' }, /kind has to be one of/],
  [{ kind: 'error', service: 'local-api' }, /service has to be one of/],
  [{ kind: 'error', share: 0 }, /share/],
  [{ kind: 'error', share: 1.5 }, /share/],
  [{ kind: 'error', times: 0 }, /times/],
  [{ kind: 'error', delayMs: 1 }, /takes no delayMs/],
  [{ kind: 'slow' }, /delayMs/],
  [{ kind: 'slow', delayMs: 60_001 }, /delayMs/],
  [{ kind: 'refusal' }, /error/],
  [{ kind: 'refusal', error: 'No Such Thing' }, /name of an error/],
  [{ kind: 'cut-off', isAfter: 'yes' }, /isAfter/],
  [{ kind: 'skewed-clock' }, /skewSeconds/],
  [{ kind: 'skewed-clock', skewSeconds: 1, share: 1 }, /takes no share/],
  [{ kind: 'error', service: 'sts', operation: 'AssumeRole' }, /leave it out/],
  [{ preset: 'nothing' }, /preset has to be one of/],
  [{ preset: 'cors', kind: 'error' }, /takes no kind/],
] as const)('%j is refused in words', async ([body, words], { standIn }) => {
  const response = await send(standIn, body)

  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ message: expect.stringMatching(words) })
})
