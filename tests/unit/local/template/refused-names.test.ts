import { expect, test } from 'vitest'
import { problemsOf } from './load.ts'

/** The pool, a client of it, and whatever else. */
function template(pool: string, client = '{}', more = ''): string {
  return [
    'Resources:',
    `  Pool: { Type: AWS::Cognito::UserPool, Properties: ${pool} }`,
    '  Client:',
    '    Type: AWS::Cognito::UserPoolClient',
    `    Properties: { UserPoolId: !Ref Pool, ${client.slice(1)}`,
    more,
    '',
  ].join('\n')
}

test.each([
  ["{ UserPoolName: 'a/b' }", '{}', '', 'Pool.UserPoolName', '[\\w\\s+=,.@-]+'],
  ['{}', "{ ClientName: 'a/b' }", '', 'Client.ClientName', '[\\w\\s+=,.@-]+'],
  [`{ SmsVerificationMessage: '{####}${'x'.repeat(140)}' }`, '{}', '', 'Message', '140 characters'],
  [`{ EmailVerificationMessage: '{####}${'x'.repeat(20_000)}' }`, '{}', '', 'Message', '20000'],
  ['{ SmsConfiguration: { SnsCallerArn: sms } }', '{}', '', 'SnsCallerArn', 'pattern: (arn:'],
  [
    '{}',
    '{}',
    "  Group: { Type: AWS::Cognito::UserPoolGroup, Properties: { UserPoolId: !Ref Pool, GroupName: 'a b' } }",
    'Group.GroupName',
    'pattern',
  ],
  [
    '{}',
    '{}',
    "  Identities: { Type: AWS::Cognito::IdentityPool, Properties: { IdentityPoolName: 'a#b', AllowUnauthenticatedIdentities: false } }",
    'Identities.IdentityPoolName',
    'pattern',
  ],
])(
  'what AWS’s model of the service refuses is refused: %s %s %s',
  (pool, client, more, at, must) => {
    const problems = problemsOf(template(pool, client, more)).join('\n')

    expect(problems).toContain(at)
    expect(problems).toContain(must)
  },
)

test.each([
  [
    ['Domain', 'AWS::Cognito::UserPoolDomain', 'UserPoolId: !Ref Pool, Domain: first'],
    ['Other', 'AWS::Cognito::UserPoolDomain', 'UserPoolId: !Ref Pool, Domain: second'],
    'Other.Domain: User pool already has a domain configured.',
  ],
  [
    ['Group', 'AWS::Cognito::UserPoolGroup', 'UserPoolId: !Ref Pool, GroupName: editors'],
    ['Other', 'AWS::Cognito::UserPoolGroup', 'UserPoolId: !Ref Pool, GroupName: editors'],
    'Other.GroupName: A group with the name already exists.',
  ],
  ...['xn--abc', 'abc-s3alias', 'sthree-abc', 'abc--ol-s3', 'abc.mrap', 'abc--x-s3'].map((name) => [
    ['Bucket', 'AWS::S3::Bucket', `BucketName: ${name}`],
    ['Other', 'AWS::S3::Bucket', 'BucketName: other'],
    'Bucket.BucketName: S3 keeps names with',
  ]),
])('%j beside %j is refused', (first, second, problem) => {
  const more = [first, second].map(
    ([id, type, properties]) => `  ${id}: { Type: ${type}, Properties: { ${properties} } }`,
  )

  expect(problemsOf(template('{}', '{}', more.join('\n'))).join('\n')).toContain(problem)
})
