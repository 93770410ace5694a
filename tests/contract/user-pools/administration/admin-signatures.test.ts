import {
  AdminGetUserCommand,
  ListUsersCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { register } from '../../../support/user-pools/people.ts'
import { signRequest } from '../../../support/s3/sign.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const UserPoolId = emailPool().id
const list = (client: CognitoIdentityProviderClient) =>
  client.send(new ListUsersCommand({ UserPoolId }))

test('whoever signs for a role that may list users is told of them', async ({ start }) => {
  const credentials = administrator()
  const running = await start(only(credentials))
  await register(running)

  const { Users } = await list(signingClient(running.url, credentials))

  expect(Users).toHaveLength(1)
})

test.for([
  [{ accessKeyId: 'ASIAOTHEROTHEROTHER2' }, 'a key that nobody has'],
  [{ sessionToken: 'another-token' }, 'the token of another session'],
] as const)('a signature with %j, %s, is not recognized', async ([wrong], { start }) => {
  const credentials = administrator()
  const { url } = await start(only(credentials))

  await expect(list(signingClient(url, { ...credentials, ...wrong }))).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
    message: 'The security token included in the request is invalid.',
    $metadata: { httpStatusCode: 400 },
  })
})

test('a key without the token it came with is not recognized', async ({ start }) => {
  const credentials = administrator()
  const { url } = await start(only(credentials))
  const { sessionToken: _, ...bare } = credentials

  await expect(list(signingClient(url, bare as typeof credentials))).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
  })
})

test('a signature by another secret does not match', async ({ start }) => {
  const credentials = administrator()
  const { url } = await start(only(credentials))

  await expect(
    list(signingClient(url, { ...credentials, secretAccessKey: 'a-guess' })),
  ).rejects.toMatchObject({
    name: 'InvalidSignatureException',
    message: expect.stringMatching(/^The request signature we calculated does not match/),
  })
})

test('a signature for another region does not count', async ({ start }) => {
  const credentials = administrator()
  const { url } = await start(only(credentials))

  await expect(list(signingClient(url, credentials, 'eu-west-1'))).rejects.toMatchObject({
    name: 'InvalidSignatureException',
    message: "Credential should be scoped to a valid region, not 'eu-west-1'.",
  })
})

test('credentials that are over are expired', async ({ start }) => {
  const credentials = administrator({}, { expiresAtMs: Date.now() - 1 })
  const { url } = await start(only(credentials))

  await expect(list(signingClient(url, credentials))).rejects.toMatchObject({
    name: 'ExpiredTokenException',
    message: 'The security token included in the request is expired',
  })
})

test.for([
  ['another action', { Action: 'cognito-idp:AdminGetUser' }],
  ['another pool', { Resource: `${emailPool().arn}2` }],
  ['another service', { Action: 's3:*' }],
] as const)('a role that may do %s only is denied', async ([, rights], { start }) => {
  const credentials = administrator(rights)
  const { url } = await start(only(credentials))

  await expect(list(signingClient(url, credentials))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:sts::000000000000:assumed-role/administrators/ada is not authorized to perform: cognito-idp:ListUsers on resource: ${emailPool().arn} because no identity-based policy allows the cognito-idp:ListUsers action`,
    $metadata: { httpStatusCode: 400 },
  })
})

test('an explicit deny is told as one', async ({ start }) => {
  const credentials = administrator({ Effect: 'Deny' })
  const { url } = await start(only(credentials))

  await expect(list(signingClient(url, credentials))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringMatching(/with an explicit deny in an identity-based policy$/),
  })
})

test('a pool that is not there is denied to those who may do nothing with it', async ({
  start,
}) => {
  const credentials = administrator({ Resource: emailPool().arn })
  const { url } = await start(only(credentials))
  const client = signingClient(url, credentials)

  await expect(
    client.send(new ListUsersCommand({ UserPoolId: 'us-east-1_Nowhere' })),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' })
})

test('a pool that is not there is not found by those who may do anything', async ({ start }) => {
  const credentials = administrator()
  const { url } = await start(only(credentials))
  const client = signingClient(url, credentials)

  await expect(
    client.send(new AdminGetUserCommand({ UserPoolId: 'us-east-1_Nowhere', Username: 'ada' })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'User pool us-east-1_Nowhere does not exist.',
  })
})

const target = 'AWSCognitoIdentityProviderService.ListUsers'
const body = JSON.stringify({ UserPoolId })

function signed(url: string, changes: Partial<Parameters<typeof signRequest>[0]> = {}): Request {
  return signRequest({
    method: 'POST',
    url: `${url}/`,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
    body,
    credentials: administrator(),
    region: 'us-east-1',
    nowMs: Date.now(),
    scope: { service: 'cognito-idp' },
    ...changes,
  })
}

async function errorOf(request: Request): Promise<{ __type?: string; message?: string }> {
  return (await (await fetch(request)).json()) as { __type?: string; message?: string }
}

test('a signature made by the book is good', async ({ start }) => {
  const { url } = await start(only(administrator()))

  const response = await fetch(signed(url))

  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ Users: [] })
})

test('a request without a signature is asked for one, before anything in it is read', async ({
  start,
}) => {
  const { url } = await start(only(administrator()))
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target }

  const response = await fetch(url, { method: 'POST', headers, body: 'no JSON' })

  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    __type: 'MissingAuthenticationTokenException',
    message: 'Missing Authentication Token',
  })
})

test.for([
  [
    'of another kind',
    'Bearer abc',
    /'Credential' parameter.*'Signature' parameter.*'SignedHeaders'/,
  ],
  [
    'without a signature',
    'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host',
    /^Authorization header requires 'Signature' parameter\. .*'X-Amz-Date'/,
  ],
] as const)('an authorization %s is incomplete', async ([, authorization, message], { start }) => {
  const { url } = await start(only(administrator()))
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': target,
    authorization,
  }

  const error = await errorOf(new Request(url, { method: 'POST', headers, body }))

  expect(error).toMatchObject({
    __type: 'IncompleteSignatureException',
    message: expect.stringMatching(message),
  })
  expect(error.message).not.toContain(authorization)
})

test.for([
  ['another body', { body: JSON.stringify({ UserPoolId, Limit: 1 }) }],
  [
    'another operation',
    { headers: { 'x-amz-target': target.replace('ListUsers', 'AdminGetUser') } },
  ],
] as const)('a signature does not count for %s', async ([, change], { start }) => {
  const { url } = await start(only(administrator()))
  const original = signed(url)

  const headers = new Headers(original.headers)
  for (const [name, value] of Object.entries('headers' in change ? change.headers : {})) {
    headers.set(name, value)
  }
  const moved = new Request(original.url, {
    method: 'POST',
    headers,
    body: 'body' in change ? change.body : body,
  })

  expect(await errorOf(moved)).toMatchObject({ __type: 'InvalidSignatureException' })
})

test.for(['host', 'x-amz-target', 'x-amz-date', 'x-amz-security-token'])(
  'a signature has to cover %s',
  async (name, { start }) => {
    const { url } = await start(only(administrator()))

    expect(await errorOf(signed(url, { unsignedHeaders: [name] }))).toEqual({
      __type: 'InvalidSignatureException',
      message: `'${name}' must be a 'SignedHeader' in the AWS Authorization.`,
    })
  },
)

test.for([
  ['six minutes ago', -6, /^Signature expired: \d{8}T\d{6}Z is now earlier than .* - 5 min\.\)$/],
  [
    'in six minutes',
    6,
    /^Signature not yet current: \d{8}T\d{6}Z is still later than .* \+ 5 min\.\)$/,
  ],
] as const)('a signature of %s does not count', async ([, minutes, message], { start }) => {
  const { url } = await start(only(administrator()))

  expect(await errorOf(signed(url, { nowMs: Date.now() + minutes * 60_000 }))).toEqual({
    __type: 'InvalidSignatureException',
    message: expect.stringMatching(message),
  })
})

test('a signature for another service does not count', async ({ start }) => {
  const { url } = await start(only(administrator()))

  expect(await errorOf(signed(url, { scope: { service: 's3' } }))).toMatchObject({
    __type: 'InvalidSignatureException',
    message: "Credential should be scoped to correct service: 'cognito-idp'.",
  })
})

test('a signature over what no header can be called does not match', async ({ start }) => {
  const { url, runtime } = await start(only(administrator()))
  const request = signed(url)
  const authorization = request.headers.get('authorization') ?? ''
  request.headers.set('authorization', authorization.replace('SignedHeaders=', 'SignedHeaders=;'))

  expect(await errorOf(request)).toMatchObject({ __type: 'InvalidSignatureException' })
  expect(runtime.logged).toEqual([])
})

test('the input is read before rights are weighed', async ({ start }) => {
  const { url } = await start(only(administrator({ Action: 's3:*' })))

  expect(await errorOf(signed(url, { body: '{}' }))).toMatchObject({
    __type: 'InvalidParameterException',
  })
})
