import { expect, test } from 'vitest'
import { parsePolicyDocument } from '../../../../../local/iam/policy/parse-policy.ts'

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/*' }

const parse = (change: object, kind?: 'identity' | 'trust' | 'resource') =>
  parsePolicyDocument(
    { Version: '2012-10-17', Statement: [{ ...statement, ...change }] },
    'Role.Policies[0]',
    kind,
  )

test('reads single values, lists and every element', () => {
  const document = parsePolicyDocument(
    {
      Version: '2012-10-17',
      Id: 'one',
      Statement: {
        Sid: 'Own',
        Effect: 'Allow',
        Action: ['s3:Get*', 's3:PutObject'],
        Resource: 'arn:aws:s3:::bucket/users/${cognito-identity.amazonaws.com:sub}/*',
        Condition: {
          'ForAnyValue:StringLikeIfExists': { 's3:prefix': ['a', "${aws:PrincipalTag/team, 'b'}"] },
          Bool: { 'aws:SecureTransport': false },
          NumericLessThan: { 's3:max-keys': 10 },
        },
      },
    },
    'a policy',
  )

  expect(document).toEqual({
    statements: [
      {
        sid: 'Own',
        effect: 'Allow',
        actions: ['s3:Get*', 's3:PutObject'],
        resources: ['arn:aws:s3:::bucket/users/${cognito-identity.amazonaws.com:sub}/*'],
        conditions: [
          {
            operator: 'StringLike',
            qualifier: 'ForAnyValue',
            ifExists: true,
            key: 's3:prefix',
            values: ['a', "${aws:PrincipalTag/team, 'b'}"],
          },
          { operator: 'Bool', ifExists: false, key: 'aws:SecureTransport', values: ['false'] },
          { operator: 'NumericLessThan', ifExists: false, key: 's3:max-keys', values: ['10'] },
        ],
      },
    ],
  })
})

test('reads a trust policy and a bucket policy with principals', () => {
  const trust = parsePolicyDocument(
    {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
      },
    },
    'Role.AssumeRolePolicyDocument',
    'trust',
  )
  const bucket = parse({ Principal: '*', Effect: 'Deny' }, 'resource')

  expect(trust.statements[0]).toMatchObject({
    principals: { Federated: ['cognito-identity.amazonaws.com'] },
    resources: [],
  })
  expect(bucket.statements[0]).toMatchObject({ principals: '*', effect: 'Deny' })
})

test('names the document and the place in it', () => {
  const reading = () => parse({ Condition: { StringLikes: { 's3:prefix': 'a' } } })

  expect(reading).toThrow(
    'Role.Policies[0]: Statement[0].Condition.StringLikes: unknown condition operator',
  )
})

test.for<[problem: string, path: string, change: object]>([
  ['an unknown element', 'Statement[0].Actions', { Actions: 's3:*' }],
  ['an unknown effect', 'Statement[0].Effect', { Effect: 'allow' }],
  ['no effect', 'Statement[0].Effect', { Effect: undefined }],
  ['an empty list', 'Statement[0].Action', { Action: [] }],
  ['an action without a service', 'Statement[0].Action', { Action: 'GetObject' }],
  ['an action with a space', 'Statement[0].Action', { Action: 's3: GetObject' }],
  ['a wildcard in the service', 'Statement[0].Action', { Action: 's*:GetObject' }],
  ['an action that is no string', 'Statement[0].Action[1]', { Action: ['s3:*', 1] }],
  ['both Action and NotAction', 'Statement[0]', { NotAction: 's3:*' }],
  ['both Resource and NotResource', 'Statement[0]', { NotResource: '*' }],
  ['no action', 'Statement[0]', { Action: undefined }],
  ['no resource', 'Statement[0]', { Resource: undefined }],
  ['a resource that is no ARN', 'Statement[0].Resource', { Resource: 'bucket/*' }],
  ['an ARN of five parts', 'Statement[0].Resource', { Resource: 'arn:aws:s3::bucket' }],
  ['an ARN without a resource', 'Statement[0].Resource', { Resource: 'arn:aws:s3:::' }],
  ['a wildcard service', 'Statement[0].Resource', { Resource: 'arn:aws:*:::bucket' }],
  ['an ARN in capitals', 'Statement[0].Resource', { Resource: 'ARN:aws:s3:::bucket' }],
  ['a variable as account', 'Statement[0].Resource', { Resource: 'arn:aws:s3::${aws:x}:b' }],
  ['an open variable', 'Statement[0].Resource', { Resource: 'arn:aws:s3:::b/${aws:x' }],
  ['a nameless variable', 'Statement[0].Resource', { Resource: 'arn:aws:s3:::b/${}' }],
  ['a nested variable', 'Statement[0].Resource', { Resource: 'arn:aws:s3:::b/${a:${b:c}}' }],
  ['a variable without prefix', 'Statement[0].Resource', { Resource: 'arn:aws:s3:::b/${sub}' }],
  ['an unknown principal type', 'Statement[0].Principal.Aws', { Principal: { Aws: '*' } }],
  [
    'a principal pattern',
    'Statement[0].Principal.AWS',
    { Principal: { AWS: 'arn:aws:iam::123456789012:role/*' } },
  ],
  ['an account of ten digits', 'Statement[0].Principal.AWS', { Principal: { AWS: '1234567890' } }],
  [
    'a variable as principal',
    'Statement[0].Principal.Federated',
    { Principal: { Federated: '${a:b}' } },
  ],
  ['nobody as principal', 'Statement[0].Principal', { Principal: {} }],
  [
    'NotPrincipal beside Allow',
    'Statement[0].NotPrincipal',
    { NotPrincipal: { AWS: '123456789012' } },
  ],
  ['a condition without a key', 'Statement[0].Condition.Bool.x', { Condition: { Bool: { x: 1 } } }],
  ['a condition that is a list', 'Statement[0].Condition', { Condition: [] }],
])('refuses %s', ([, path, change]) => {
  expect(() => parse(change)).toThrow(expect.objectContaining({ name: 'PolicyError', path }))
})

test.for([
  ['StringEqualsIgnorCase', 'a'],
  ['stringequals', 'a'],
  ['ForSomeValues:StringEquals', 'a'],
  ['NullIfExists', 'true'],
  ['ForAllValues:Null', 'true'],
  ['IfExists', 'a'],
  ['NumericEquals', 'ten'],
  ['NumericEquals', '0x10'],
  ['DateLessThan', 'tomorrow'],
  ['DateLessThan', '2026-13-01T00:00:00Z'],
  ['Bool', 'yes'],
  ['Null', 'maybe'],
  ['BinaryEquals', 'not base64!'],
  ['IpAddress', '10.0.0.0/33'],
  ['IpAddress', '10.0.0'],
  ['IpAddress', '1::2::3'],
  ['ArnLike', 'role/admin'],
  ['NumericEquals', '${aws:PrincipalTag/level}'],
])('refuses the condition %s: %s', ([operator = '', value]) => {
  expect(() => parse({ Condition: { [operator]: { 'aws:key': value } } })).toThrow(/Condition\./)
})

test('takes variables with version 2012-10-17 only, since others would read them literally', () => {
  const withVersion = (Version: unknown) => () =>
    parsePolicyDocument(
      {
        ...(Version !== undefined && { Version }),
        Statement: { ...statement, Resource: 'arn:aws:s3:::b/${aws:userid}' },
      },
      'a policy',
    )

  expect(withVersion('2012-10-17')).not.toThrow()
  expect(withVersion('2008-10-17')).toThrow('Version: policy variables need')
  expect(withVersion(undefined)).toThrow('Version: policy variables need')
  expect(withVersion('2020-01-01')).toThrow('Version: must be "2012-10-17"')
})

test('refuses what its kind of policy has no place for', () => {
  expect(() => parse({ Principal: '*' }, 'identity')).toThrow('Principal has no place here')
  expect(() => parse({ Principal: '*' }, 'trust')).toThrow('Resource has no place here')
  expect(() => parse({}, 'resource')).toThrow('Principal is missing')
  expect(() => parse({}, 'trust')).toThrow('Principal is missing')
})

test('takes a Sid with spaces in bucket policies only', () => {
  const Sid = 'Refuse plain HTTP'

  expect(parse({ Sid, Principal: '*' }, 'resource').statements[0]?.sid).toBe(Sid)
  expect(() => parse({ Sid }, 'identity')).toThrow('Statement[0].Sid')
})

test('takes condition keys and variables of providers and tags as they are written', () => {
  const key = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_abc:aud'
  const Resource = 'arn:aws:s3:::b/${aws:PrincipalTag/cost center}/${login.example.com/x:sub}'
  const { statements } = parse({ Resource, Condition: { StringEquals: { [key]: 'x' } } })

  expect(statements[0]?.conditions[0]?.key).toBe(key)
})

test('refuses two statements of one Sid', () => {
  const twice = { Version: '2012-10-17', Statement: [1, 2].map(() => ({ ...statement, Sid: 'A' })) }

  expect(() => parsePolicyDocument(twice, 'a policy')).toThrow('Sid "A" is there twice')
})

test.for([null, 'text', [], 7, undefined])('refuses %j as a document', (json) => {
  expect(() => parsePolicyDocument(json, 'a policy')).toThrow('a policy: expected an object')
})

test('refuses a prototype as an element', () => {
  const json: unknown = JSON.parse('{"Version":"2012-10-17","__proto__":{"Statement":[]}}')

  expect(() => parsePolicyDocument(json, 'a policy')).toThrow('__proto__: unknown element')
})
