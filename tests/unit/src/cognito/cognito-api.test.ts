import { expect, test } from 'vitest'
import { cognitoEndpoint, readCognitoReply } from '../../../../src/cognito/cognito-api.ts'

test.each([
  ['eu-central-1', 'https://cognito-idp.eu-central-1.amazonaws.com/'],
  ['cn-north-1', 'https://cognito-idp.cn-north-1.amazonaws.com.cn/'],
  ['us-gov-west-1', 'https://cognito-idp.us-gov-west-1.amazonaws.com/'],
  ['eusc-de-east-1', 'https://cognito-idp.eusc-de-east-1.amazonaws.eu/'],
])('user pools of %s answer at the host of their partition', (region, expected) => {
  expect(cognitoEndpoint('cognito-idp', region)).toBe(expected)
})

test('identity pools answer at a host of their own', () => {
  expect(cognitoEndpoint('cognito-identity', 'cn-north-1')).toBe(
    'https://cognito-identity.cn-north-1.amazonaws.com.cn/',
  )
})

test.each([
  ['a body', undefined, '{"__type":"NotAuthorizedException","message":"No"}'],
  [
    'a body with a namespace',
    undefined,
    '{"__type":"com.aws#NotAuthorizedException","Message":"No"}',
  ],
  ['a header with an address', 'NotAuthorizedException:http://aws/', '{"message":"No"}'],
])('a refusal is known by its name, in %s', async (_where, header, body) => {
  const headers = header === undefined ? {} : { 'x-amzn-errortype': header }

  expect(await readCognitoReply(new Response(body, { status: 400, headers }))).toEqual({
    kind: 'refused',
    name: 'NotAuthorizedException',
    message: 'No',
  })
})

test('a success without a body is one', async () => {
  expect(await readCognitoReply(new Response(''))).toEqual({ kind: 'answered', body: {} })
})

test.each([
  ['an error page', 503],
  ['a page in its place', 200],
])('%s is no answer of Cognito, and has no name', async (_what, status) => {
  expect(await readCognitoReply(new Response('<html>', { status }))).toEqual({
    kind: 'refused',
    name: undefined,
    message: '',
  })
})
