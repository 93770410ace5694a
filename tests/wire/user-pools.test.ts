import { expect } from 'vitest'
import { ada, register, signIn } from '../support/user-pools/people.ts'
import { test } from '../support/user-pools/user-pools.ts'

/** A request with the very headers that Amplify sends. */
function post(url: string, operation: string, input: object, headers: Record<string, string> = {}) {
  return fetch(url, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      'cache-control': 'no-store',
      'x-amz-user-agent': 'aws-amplify/6.17.0 auth/9 framework/1',
      'amz-sdk-invocation-id': '5b3a7f9e-0000-4000-8000-000000000000',
      'amz-sdk-request': 'attempt=1; max=3',
      origin: 'http://localhost:5173',
      ...headers,
    },
  })
}

test('an error is 400 with its type in the body and the header, readable across origins', async ({
  start,
}) => {
  const { url } = await start()

  const response = await post(url, 'SignUp', { ...ada, ClientId: 'nobody' })

  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.1')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException:')
  expect(await response.json()).toEqual({
    __type: 'ResourceNotFoundException',
    message: 'User pool client nobody does not exist.',
  })
})

test('what an operation has nothing to say about is an empty object, DeleteUser an empty body', async ({
  start,
}) => {
  const running = await start()
  await register(running)
  const { AccessToken } = await signIn(running)

  const updated = await post(running.url, 'UpdateUserAttributes', {
    AccessToken,
    UserAttributes: [{ Name: 'name', Value: 'Ada' }],
  })
  const deleted = await post(running.url, 'DeleteUser', { AccessToken })

  expect(await updated.text()).toBe('{}')
  expect(deleted.status).toBe(200)
  expect(await deleted.text()).toBe('')
})

test('a signature that means nothing here is not looked at', async ({ start }) => {
  const { url } = await start()

  const response = await post(url, 'SignUp', ada, { authorization: 'AWS4-HMAC-SHA256 nonsense' })

  expect(response.status).toBe(200)
})

test('refused constraints never repeat a password, a username or a token', async ({ start }) => {
  const { url } = await start()
  const secret = ' secret-with-a-space'

  const response = await post(url, 'SignUp', {
    ClientId: `${ada.ClientId} `,
    Username: secret,
    Password: secret,
    SecretHash: secret,
  })

  const signIn = await post(url, 'InitiateAuth', {
    ClientId: ada.ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { PASSWORD: secret.repeat(7000) },
  })

  const texts = [await response.text(), await signIn.text()]
  expect(texts[0]).toContain('4 validation errors detected: ')
  expect(texts[1]).toContain("Value at 'authParameters.PASSWORD.member' failed")
  expect(texts.join()).not.toContain('secret-with-a-space')
})

test('an operation that is not here names itself', async ({ start }) => {
  const { url } = await start()

  const response = await post(url, 'DescribeTerms', { UserPoolId: 'x', TermsId: 'y' })

  expect(response.status).toBe(501)
  expect(await response.json()).toEqual({
    __type: 'NotImplementedException',
    message:
      'DescribeTerms exists in Amazon Cognito but not in the local AWS; docs/parity.md lists what does.',
  })
})

test('keys that cannot be made are a fault that tells nothing', async ({ start }) => {
  const { pools, runtime, url } = await start()
  runtime.store.table('user-pools/signing-keys').set(pools[0]!.id, { damaged: true })

  const response = await fetch(`${url}/${pools[0]!.id}/.well-known/jwks.json`)

  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ message: 'Internal error' })
  expect(runtime.logged).toEqual(['A document of an issuer failed'])
})
