import { expect, test } from 'vitest'
import { evaluate } from '../../../../local/iam/evaluate.ts'
import { policyOf, sessionOf } from '../../../support/iam/policies.ts'

const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/key', context: {} }
const session = sessionOf([])
const allowing = (Principal: unknown) =>
  policyOf({ Effect: 'Allow', Principal, Action: 's3:*', Resource: '*' })

test.for([
  ['everybody', '*', true, true],
  ['everybody, by type', { AWS: '*' }, true, true],
  ['the role', { AWS: session.role.arn }, true, false],
  [
    'the session',
    { AWS: ['arn:aws:iam::123456789012:user/x', session.assumedRoleArn] },
    true,
    false,
  ],
  ['another role', { AWS: 'arn:aws:iam::123456789012:role/other' }, false, false],
  ['the account, which then decides itself', { AWS: '123456789012' }, false, false],
  ['the account by ARN', { AWS: 'arn:aws:iam::123456789012:root' }, false, false],
  ['a service', { Service: 's3.amazonaws.com' }, false, false],
  ['a provider', { Federated: 'cognito-identity.amazonaws.com' }, false, false],
] as const)('Principal names %s', ([, principal, signed, anonymous]) => {
  const policies = [allowing(principal)]

  expect(evaluate({ ...request, principal: session }, policies).allowed).toBe(signed)
  expect(evaluate(request, policies).allowed).toBe(anonymous)
})

test('a Deny for the account holds for every role in it', () => {
  const policies = [
    policyOf({ Effect: 'Allow', Action: '*', Resource: '*' }),
    policyOf({ Effect: 'Deny', Principal: { AWS: '123456789012' }, Action: '*', Resource: '*' }),
  ]

  expect(evaluate({ ...request, principal: session }, policies).reason).toBe('explicit-deny')
})

test('a Deny with NotPrincipal spares a session whose account, role and session are named', () => {
  const denyingAllBut = (AWS: string[]) => [
    policyOf({ Effect: 'Allow', Action: '*', Resource: '*' }),
    policyOf({ Effect: 'Deny', NotPrincipal: { AWS }, Action: '*', Resource: '*' }),
  ]
  const { role, assumedRoleArn } = session
  const as = (names: string[]) =>
    evaluate({ ...request, principal: session }, denyingAllBut(names)).reason

  expect(as(['arn:aws:iam::123456789012:root', role.arn, assumedRoleArn])).toBe('allowed')
  expect(as(['123456789012', role.arn, assumedRoleArn])).toBe('allowed')
  expect(as([role.arn, assumedRoleArn])).toBe('explicit-deny')
  expect(as([role.arn])).toBe('explicit-deny')
})

test('a policy that only denies plain HTTP stands in nobody else’s way', () => {
  const tlsOnly = policyOf({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/*'],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  })
  const policies = [policyOf({ Effect: 'Allow', Action: '*', Resource: '*' }), tlsOnly]
  const over = (secure: string) =>
    evaluate(
      { ...request, principal: session, context: { 'aws:SecureTransport': secure } },
      policies,
    ).reason

  expect(over('true')).toBe('allowed')
  expect(over('false')).toBe('explicit-deny')
})

const user = {
  user: { id: 'AIDAEXAMPLEEXAMPLE234', arn: 'arn:aws:iam::123456789012:user/ada', policies: [] },
  context: { 'aws:username': 'ada' },
}

test.for([
  ['the user', { AWS: 'arn:aws:iam::123456789012:user/ada' }, true],
  ['another user', { AWS: 'arn:aws:iam::123456789012:user/grace' }, false],
  ['the account, which then decides itself', { AWS: '123456789012' }, false],
] as const)('Principal names %s, who signs with a key of their own', ([, principal, allowed]) => {
  expect(evaluate({ ...request, principal: user }, [allowing(principal)]).allowed).toBe(allowed)
})

test('a Deny with NotPrincipal spares a user who is named with their account', () => {
  const as = (AWS: string[]) =>
    evaluate({ ...request, principal: user }, [
      policyOf({ Effect: 'Allow', Action: '*', Resource: '*' }),
      policyOf({ Effect: 'Deny', NotPrincipal: { AWS }, Action: '*', Resource: '*' }),
    ]).reason

  expect(as([user.user.arn, 'arn:aws:iam::123456789012:root'])).toBe('allowed')
  expect(as([user.user.arn])).toBe('explicit-deny')
})

test("a policy may speak of the user's name", () => {
  const policies = [
    policyOf({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::bucket/${aws:username}/*' }),
  ]
  const allows = (key: string) =>
    evaluate({ ...request, principal: user, resource: `arn:aws:s3:::bucket/${key}` }, policies)
      .allowed

  expect(allows('ada/key')).toBe(true)
  expect(allows('grace/key')).toBe(false)
})
