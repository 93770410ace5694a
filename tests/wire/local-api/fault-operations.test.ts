import { expect } from 'vitest'
import { callLocalApi } from '../../support/local-api.ts'
import { test } from '../../support/stand-in.ts'

test('a fault of an operation that does not exist is refused, and told what is near', async ({
  standIn,
}) => {
  const told = async (body: object) => {
    const response = await callLocalApi(standIn, '/_local/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'throttle', ...body }),
    })
    const { message } = (await response.json()) as { message?: string }
    return message ?? response.status
  }

  expect(await told({ service: 'cognito-idp', operation: 'Signup' })).toBe(
    'There is no operation Signup of cognito-idp; SignUp is near.',
  )
  expect(await told({ operation: 'GetObjekt' })).toBe(
    'There is no operation GetObjekt of any service; GetObject is near.',
  )
  expect(await told({ service: 's3', operation: 'SignUp' })).toBe(
    'There is no operation SignUp of s3; cognito-idp has one of that name.',
  )
  expect(await told({ service: 'managed-login', operation: 'GET /oauth2/token' })).toBe(
    'There is no operation GET /oauth2/token of managed-login; POST /oauth2/token is near.',
  )
  expect(await told({ service: 'kms', operation: 'Whatever' })).toBe(
    'There is no operation Whatever of kms.',
  )
  for (const [service, operation] of [
    ['cognito-identity', 'GetId'],
    ['managed-login', 'POST /oauth2/token'],
    ['social-providers', 'POST /social/google/token'],
    ['s3', 'PostObject'],
    ['cognito-idp', 'GET /us-east-1_abc/.well-known/jwks.json'],
  ]) {
    expect(await told({ service, operation }), operation).toBe(201)
  }
})
