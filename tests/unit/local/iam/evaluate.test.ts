import { expect, test } from 'vitest'
import { evaluate } from '../../../../local/iam/evaluate.ts'
import { decide, policyOf, sessionOf } from '../../../support/iam/policies.ts'

const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/key', context: {} }
const allow = { Sid: 'Allow', Effect: 'Allow', Action: 's3:*', Resource: '*' }
const deny = { Sid: 'Deny', Effect: 'Deny', Action: 's3:GetObject', Resource: '*' }

test('denies what no statement is about', () => {
  expect(evaluate(request, [])).toEqual({ allowed: false, reason: 'no-match' })
  expect(evaluate({ ...request, action: 'sqs:SendMessage' }, [policyOf(allow)]).allowed).toBe(false)
})

test('allows what a statement allows, and says which', () => {
  expect(evaluate(request, [policyOf(allow)])).toMatchObject({
    allowed: true,
    reason: 'allowed',
    statement: { sid: 'Allow' },
  })
})

test.for([
  [[policyOf(allow, deny)]],
  [[policyOf(deny, allow)]],
  [[policyOf(allow), policyOf(deny)]],
  [[policyOf(deny), policyOf(allow)]],
])('lets an explicit deny win wherever it stands', ([policies = []]) => {
  expect(evaluate(request, policies)).toMatchObject({
    allowed: false,
    reason: 'explicit-deny',
    statement: { sid: 'Deny' },
  })
})

test.for([
  ['s3:GetObject', 'allowed'],
  ['S3:getobject', 'allowed'],
  ['s3:Get*', 'allowed'],
  ['s3:*Object', 'allowed'],
  ['s3:G?tObject', 'allowed'],
  ['s3:*', 'allowed'],
  ['*:*', 'allowed'],
  ['*', 'allowed'],
  ['s3:GetObject?', 'no-match'],
  ['s3:GetObjectAcl', 'no-match'],
  ['s3:Get', 'no-match'],
  ['s3express:*', 'no-match'],
  ['iam:*', 'no-match'],
])('Action %s: s3:GetObject is %s', ([Action, reason]) => {
  expect(decide({ Action })).toBe(reason)
})

test('NotAction is about every other action', () => {
  expect(decide({ Action: undefined, NotAction: 's3:Delete*' })).toBe('allowed')
  expect(decide({ Action: undefined, NotAction: ['iam:*', 's3:get*'] })).toBe('no-match')
})

test.for([
  ['arn:aws:s3:::bucket/users/a/*', 'arn:aws:s3:::bucket/users/a/b/c.txt', 'allowed'],
  ['arn:aws:s3:::bucket/users/a/*', 'arn:aws:s3:::bucket/users/a/', 'allowed'],
  ['arn:aws:s3:::bucket/users/a/*', 'arn:aws:s3:::bucket/users/a', 'no-match'],
  ['arn:aws:s3:::bucket/users/a/*', 'arn:aws:s3:::bucket/users/A/b', 'no-match'],
  ['arn:aws:s3:::bucket/users/a/*', 'arn:aws:s3:::bucket/users/ab/c', 'no-match'],
  ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/key', 'no-match'],
  ['arn:aws:s3:::bucket*', 'arn:aws:s3:::bucket/key', 'allowed'],
  ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket', 'no-match'],
  ['arn:aws:s3:::*/key', 'arn:aws:s3:::other/deep/key', 'allowed'],
  ['arn:aws:s3:::b?cket/key', 'arn:aws:s3:::bucket/key', 'allowed'],
  ['arn:aws:s3:::bucket/*:*', 'arn:aws:s3:::bucket/a:b:c', 'allowed'],
  ['arn:*:s3:::bucket/*', 'arn:aws:s3:::bucket/key', 'allowed'],
  ['arn:aws:s3:*:*:bucket/*', 'arn:aws:s3:::bucket/key', 'allowed'],
  ['arn:aws:sqs:*:*:queue', 'arn:aws:sqs:us-east-1:1:queue', 'allowed'],
  ['arn:aws:sqs:us-*:1:queue', 'arn:aws:sqs:us-east-1:2:queue', 'no-match'],
  ['arn:aws:sqs:*:1:queue', 'arn:aws:sqs:eu:us:1:queue', 'no-match'],
  ['arn:aws:s3:::bucket/key', 'arn:aws:sqs:::bucket/key', 'no-match'],
  ['arn:aws:s3:::bucket/???', 'arn:aws:s3:::bucket/日本語', 'allowed'],
  ['arn:aws:s3:::bucket/?', 'arn:aws:s3:::bucket/😀', 'allowed'],
  ['arn:aws:s3:::bucket/é', 'arn:aws:s3:::bucket/e\u0301', 'no-match'],
  ['arn:aws:s3:::bucket/a.c', 'arn:aws:s3:::bucket/abc', 'no-match'],
  ['arn:aws:s3:::bucket/[a-z]+', 'arn:aws:s3:::bucket/abc', 'no-match'],
  ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/line\nbreak', 'allowed'],
  ['*', 'arn:aws:s3:::bucket/key', 'allowed'],
])('Resource %s: %s is %s', ([Resource, resource = '', reason]) => {
  expect(decide({ Resource }, { resource })).toBe(reason)
})

test('NotResource is about every other resource', () => {
  const NotResource = ['arn:aws:s3:::bucket/private/*', 'arn:aws:s3:::other/*']
  const at = (resource: string) => decide({ NotResource }, { resource })

  expect(at('arn:aws:s3:::bucket/public/a')).toBe('allowed')
  expect(at('arn:aws:s3:::bucket/private/a')).toBe('no-match')
  expect(at('arn:aws:s3:::other/a')).toBe('no-match')
})

test('a session policy limits what the role allows, and allows nothing by itself', () => {
  const reading = policyOf({ Effect: 'Allow', Action: 's3:Get*', Resource: '*' })
  const all = policyOf(allow)
  const limited = { ...sessionOf([all]), sessionPolicies: [reading] }
  const as = (action: string, policies = [all]) =>
    evaluate({ ...request, principal: limited, action }, policies).reason

  expect(as('s3:GetObject')).toBe('allowed')
  expect(as('s3:PutObject')).toBe('no-match')
  expect(as('s3:GetObject', [])).toBe('no-match')
})

test('a request cannot speak for its principal', () => {
  const own = 'arn:aws:s3:::bucket/users/${cognito-identity.amazonaws.com:sub}/*'
  const policies = [policyOf({ Effect: 'Allow', Action: 's3:*', Resource: own })]
  const principal = sessionOf(policies, { 'cognito-identity.amazonaws.com:sub': 'us-east-1:ada' })
  const context = { 'Cognito-Identity.amazonaws.com:SUB': 'us-east-1:eve' }
  const at = (resource: string) =>
    evaluate({ principal, action: 's3:GetObject', resource, context }, policies).allowed

  expect(at('arn:aws:s3:::bucket/users/us-east-1:ada/x')).toBe(true)
  expect(at('arn:aws:s3:::bucket/users/us-east-1:eve/x')).toBe(false)
})
