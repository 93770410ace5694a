import { expect, test } from 'vitest'
import { canAssume } from '../../../../local/iam/can-assume.ts'
import { parsePolicyDocument } from '../../../../local/iam/policy/parse-policy.ts'

const poolId = 'us-east-1:11111111-2222-4333-8444-555555555555'
const statement = {
  Effect: 'Allow',
  Principal: { Federated: 'cognito-identity.amazonaws.com' },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: { 'cognito-identity.amazonaws.com:aud': poolId },
    'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
  },
}
const asked = {
  federated: 'cognito-identity.amazonaws.com',
  action: 'sts:AssumeRoleWithWebIdentity',
  context: {
    'cognito-identity.amazonaws.com:aud': poolId,
    'cognito-identity.amazonaws.com:amr': ['authenticated', 'graph.facebook.com'],
  },
}

const assumes = (statements: object[], request: Partial<typeof asked> = {}) => {
  const document = { Version: '2012-10-17', Statement: statements }
  const trustPolicy = parsePolicyDocument(document, 'a role', 'trust')
  const named = { id: 'AROAEXAMPLEEXAMPLE234', name: 'r', arn: 'arn:aws:iam::1:role/r' }
  const role = { ...named, maxSessionSeconds: 3600, trustPolicy, policies: [] }
  return canAssume(role, { ...asked, ...request })
}

test('a role may be assumed by the identities of its pool that have logged in', () => {
  expect(assumes([statement])).toBe(true)
})

test.for<[difference: string, request: Partial<typeof asked>]>([
  ['another provider', { federated: 'accounts.google.com' }],
  ['another action', { action: 'sts:AssumeRole' }],
  ['another pool', context({ 'cognito-identity.amazonaws.com:aud': 'us-east-1:other' })],
  ['a guest', context({ 'cognito-identity.amazonaws.com:amr': ['unauthenticated'] })],
  ['no pool', { context: {} as typeof asked.context }],
])('it may not by %s', ([, request]) => {
  expect(assumes([statement], request)).toBe(false)
})

test('a Deny in a trust policy wins', () => {
  expect(assumes([statement, { ...statement, Effect: 'Deny' }])).toBe(false)
})

test('a trust policy may name one provider that people log in with', () => {
  const withAmr = (amr: string) => ({
    ...statement,
    Condition: { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr } },
  })

  expect(assumes([withAmr('graph.facebook.com')])).toBe(true)
  expect(assumes([withAmr('accounts.google.com')])).toBe(false)
})

test('a role that nobody may assume is assumed by nobody', () => {
  expect(assumes([{ ...statement, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }])).toBe(
    false,
  )
  expect(assumes([{ ...statement, Principal: { Service: 'lambda.amazonaws.com' } }])).toBe(false)
})

function context(change: object) {
  return { context: { ...asked.context, ...change } }
}
