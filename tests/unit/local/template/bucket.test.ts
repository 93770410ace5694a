import { expect, test } from 'vitest'
import { load, problemsOf } from './load.ts'

function bucket(properties: string): string {
  return `Resources:\n  Bucket: { Type: AWS::S3::Bucket, Properties: ${properties} }\n`
}

function withPolicy(statement: string, properties = '{ BucketName: my-bucket }'): string {
  return `${bucket(properties)}  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument: { Version: 2012-10-17, Statement: [${statement}] }
`
}

const everyone = "{ Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: '*' }"
const opened =
  '{ BucketName: my-bucket, PublicAccessBlockConfiguration: { BlockPublicAcls: true } }'

test('a bucket without properties is private, unversioned and without CORS', () => {
  const [config] = load(bucket('{}')).buckets

  expect(config).toEqual({
    name: expect.stringMatching(/^bucket-[0-9a-z]{12}$/),
    region: 'eu-west-1',
    versioning: false,
    corsRules: [],
  })
})

test('CORS rules are read whole', () => {
  const text =
    bucket(`{ CorsConfiguration: { CorsRules: [{ Id: a, AllowedOrigins: ['https://*.example.com'],
      AllowedMethods: [GET], AllowedHeaders: ['*'], ExposedHeaders: [ETag], MaxAge: 60 }] } }`)

  expect(load(text).buckets[0]?.corsRules).toEqual([
    {
      allowedOrigins: ['https://*.example.com'],
      allowedMethods: ['GET'],
      allowedHeaders: ['*'],
      exposedHeaders: ['ETag'],
      maxAgeSeconds: 60,
    },
  ])
})

test('a bucket policy goes to its bucket', () => {
  const text = withPolicy("{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*' }")

  expect(load(text).buckets[0]?.policy?.statements).toMatchObject([
    { effect: 'Deny', principals: '*' },
  ])
})

test('a policy that lets everyone in is refused, as S3 refuses it', () => {
  expect(problemsOf(withPolicy(everyone)).join()).toContain('the bucket blocks public policies')
  expect(
    problemsOf(withPolicy(everyone.replace("'*', Action", '{ AWS: [x, "*"] }, Action'))),
  ).toHaveLength(1)
})

test('it is taken where the template turns the block off, or it is for a fixed network only', () => {
  const limited = everyone.replace(
    ' }',
    ', Condition: { IpAddress: { aws:SourceIp: 192.0.2.0/24 } } }',
  )
  const unlimited = everyone.replace(
    ' }',
    ", Condition: { Bool: { aws:SecureTransport: 'true' } } }",
  )

  expect(problemsOf(withPolicy(everyone, opened))).toEqual([])
  expect(problemsOf(withPolicy(limited))).toEqual([])
  expect(problemsOf(withPolicy(unlimited))).toHaveLength(1)
})

test.each([
  ['{ BucketName: My_Bucket }', '"My_Bucket" cannot be a bucket’s name.'],
  ['{ BucketName: 192.168.0.1 }', 'cannot be a bucket’s name.'],
  ['{ BucketName: a..b }', 'cannot be a bucket’s name.'],
  ['{ VersioningConfiguration: { Status: "On" } }', 'must be one of Enabled, Suspended'],
  [
    '{ CorsConfiguration: { CorsRules: [{ AllowedMethods: [GET] }] } }',
    'AllowedOrigins: a CORS rule needs at least one.',
  ],
  [
    '{ CorsConfiguration: { CorsRules: [{ AllowedOrigins: [x], AllowedMethods: [PATCH] }] } }',
    '"PATCH" is not one of',
  ],
  [
    '{ CorsConfiguration: { CorsRules: [{ AllowedOrigins: ["*.*"], AllowedMethods: [GET] }] } }',
    'more than one wildcard',
  ],
  ['{ ObjectLockEnabled: true }', 'would let go of what AWS locks'],
])('the bucket %s is a problem', (properties, message) => {
  expect(problemsOf(bucket(properties)).join('\n')).toContain(message)
})

test('what a bucket asks for and nothing here does is said', () => {
  const text = bucket(
    '{ OwnershipControls: { Rules: [{ ObjectOwnership: ObjectWriter }] }, WebsiteConfiguration: {} }',
  )

  expect(load(text).notEmulated).toEqual([
    'Bucket.OwnershipControls.Rules[0].ObjectOwnership: access control lists grant nothing',
    'Bucket.WebsiteConfiguration: the bucket serves no website',
  ])
})
