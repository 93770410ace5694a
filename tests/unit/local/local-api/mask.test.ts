import { expect, test } from 'vitest'
import {
  maskHeaders,
  maskJson,
  maskPairs,
  maskUrl,
  maskXml,
} from '../../../../local/local-api/requests/mask.ts'

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'

test('of a request to Cognito what is secret is masked, and what explains it stays', () => {
  const input = {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: 'client',
    Session: 'AYAB',
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: {
      USERNAME: 'ada@example.com',
      PASSWORD_CLAIM_SECRET_BLOCK: 'block',
      PASSWORD_CLAIM_SIGNATURE: 'signature',
      TIMESTAMP: 'Mon Nov 30 15:00:00 UTC 2026',
      SOFTWARE_TOKEN_MFA_CODE: '123456',
      NEW_PASSWORD: 'Correct-horse-1',
      SECRET_HASH: 'hash',
      ANSWER: 'answer',
      CREDENTIAL: '{"id":"1"}',
    },
    Logins: { 'graph.facebook.com': 'opaque' },
    UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
    CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL' },
    ClientMetadata: { anywhere: `Bearer ${token}` },
  }

  expect(maskJson(input)).toEqual({
    ...input,
    Session: '***',
    ChallengeResponses: {
      USERNAME: 'ada@example.com',
      PASSWORD_CLAIM_SECRET_BLOCK: '***',
      PASSWORD_CLAIM_SIGNATURE: '***',
      TIMESTAMP: 'Mon Nov 30 15:00:00 UTC 2026',
      SOFTWARE_TOKEN_MFA_CODE: '***',
      NEW_PASSWORD: '***',
      SECRET_HASH: '***',
      ANSWER: '***',
      CREDENTIAL: '***',
    },
    Logins: { 'graph.facebook.com': '***' },
    ClientMetadata: { anywhere: 'Bearer ***' },
  })
})

test('temporary credentials are masked but for the id of their key', () => {
  expect(
    maskJson({
      Credentials: { AccessKeyId: 'ASIA', SecretKey: 's', SessionToken: 't', Expiration: 1 },
    }),
  ).toEqual({
    Credentials: { AccessKeyId: 'ASIA', SecretKey: '***', SessionToken: '***', Expiration: 1 },
  })
  expect(
    maskXml('<AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey><Code>A</Code>'),
  ).toBe('<AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>***</SecretAccessKey><Code>A</Code>')
})

test('an address keeps its path and its names, and loses codes, states, tokens and signatures', () => {
  expect(maskUrl('http://localhost:5173/callback?code=abc&state=xyz&iss=a%20b')).toBe(
    'http://localhost:5173/callback?code=***&state=***&iss=a%20b',
  )
  expect(maskUrl('http://localhost:9230/b/k?X-Amz-Signature=1&X-Amz-Expires=60')).toBe(
    'http://localhost:9230/b/k?X-Amz-Signature=***&X-Amz-Expires=60',
  )
  expect(maskUrl(`myapp://callback#access_token=${token}&token_type=Bearer`)).toBe(
    'myapp://callback#access_token=***&token_type=Bearer',
  )
})

test('cookies and authorization are masked, and codes in a redirect', () => {
  const headers = new Headers({
    authorization: 'AWS4-HMAC-SHA256 Credential=…'.replace('…', 'x'),
    cookie: 'session=1',
    'x-amz-security-token': 'token',
    location: 'http://localhost:5173/callback?code=abc',
    'user-agent': 'curl/8',
  })

  expect(maskHeaders(headers)).toEqual({
    authorization: '***',
    cookie: '***',
    'x-amz-security-token': '***',
    location: 'http://localhost:5173/callback?code=***',
    'user-agent': 'curl/8',
  })
})

test('of a form the names stay', () => {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: 'abc',
    username: 'ada',
  })

  expect(Object.fromEntries(maskPairs(form))).toEqual({
    grant_type: 'authorization_code',
    code: '***',
    username: 'ada',
  })
})
