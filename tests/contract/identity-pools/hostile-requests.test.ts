import { expect } from 'vitest'
import { identityPoolId } from '../../support/identity-pools/identity-pool-config.ts'
import { test } from '../../support/identity-pools/identity-pools.ts'

async function post(url: string, operation: string, body: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityService.${operation}`,
    },
    body,
  })
  const answer = (await response.json()) as Record<string, unknown>
  return { status: response.status, ...answer }
}

const logins = (value: string) => `{"IdentityPoolId":"${identityPoolId}","Logins":${value}}`

test.for<[problem: string, body: string, status: number, type: string]>([
  ['no JSON', 'Logins', 400, 'SerializationException'],
  ['no object', '[]', 400, 'SerializationException'],
  ['no pool', '{}', 400, 'ValidationException'],
  ['a number as pool', '{"IdentityPoolId":7}', 400, 'SerializationException'],
  ['a list of logins', logins('["a"]'), 400, 'SerializationException'],
  ['a token that is a map', logins('{"a":{"b":"c"}}'), 400, 'SerializationException'],
  ['an empty token', logins('{"a":""}'), 400, 'ValidationException'],
  [
    'eleven logins',
    logins(JSON.stringify(Object.fromEntries(Array.from('abcdefghijk', (key) => [key, 'x'])))),
    400,
    'ValidationException',
  ],
  ['a prototype as provider', logins('{"__proto__":"x"}'), 400, 'InvalidParameterException'],
  ['a member of Object as provider', logins('{"constructor":"x"}'), 400, 'NotAuthorizedException'],
  [
    'more than it reads',
    logins(`{"a":"${'x'.repeat(700_000)}"}`),
    413,
    'RequestEntityTooLargeException',
  ],
])('GetId answers %s in its own form', async ([, body, status, type], { start }) => {
  const { runtime, url } = await start()

  expect(await post(url, 'GetId', body)).toMatchObject({ status, __type: type })
  expect(runtime.logged).toEqual([])
})

test('no answer repeats a token', async ({ start }) => {
  const { people, url } = await start()
  const token = await people.idToken({ sub: 'ada', aud: 'another-client' })

  const answer = await post(url, 'GetId', logins(JSON.stringify({ [people.providerName]: token })))

  expect(JSON.stringify(answer)).not.toContain(token.slice(0, 20))
})

test('what is not here says so, and what is nowhere is unknown', async ({ start }) => {
  const { url } = await start()

  expect(await post(url, 'ListTagsForResource', '{"ResourceArn":"x"}')).toMatchObject({
    status: 501,
  })
  expect(await post(url, 'toString', '{}')).toMatchObject({
    status: 400,
    __type: 'UnknownOperationException',
  })
})

test('a verifier that fails is a fault of ours, told without details', async ({ start }) => {
  const running = await start()
  running.people.verifyLogin = () => Promise.reject(new Error('secret detail'))

  const answer = await post(
    running.url,
    'GetId',
    logins(JSON.stringify(await running.loginsOf('ada'))),
  )

  expect(answer).toMatchObject({ status: 500, __type: 'InternalErrorException' })
  expect(JSON.stringify(answer)).not.toContain('secret detail')
  expect(running.runtime.logged).toHaveLength(1)
})
