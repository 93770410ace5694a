import { expect, test } from 'vitest'
import { load, problemsOf } from './load.ts'

const pool = `
  Pool: { Type: AWS::Cognito::UserPool, Properties: { UsernameAttributes: [email] } }
  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Pool } }
`

/** As `cdk synth` writes it, but for the resources. */
const cdk = (resources = '') => `
Description: A stack
Parameters:
  BootstrapVersion:
    Type: AWS::SSM::Parameter::Value<String>
    Default: /cdk-bootstrap/hnb659fds/version
    Description: Version of the CDK Bootstrap resources. [cdk:skip]
Rules:
  CheckBootstrapVersion:
    Assertions:
      - Assert: { 'Fn::Not': [{ 'Fn::Contains': [['1', '2', '3', '4', '5'], { Ref: BootstrapVersion }] }] }
        AssertDescription: Version 6 is needed.
Conditions:
  CDKMetadataAvailable:
    'Fn::Or':
      - 'Fn::Or': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, eu-west-1] }, { 'Fn::Equals': [{ Ref: 'AWS::Region' }, us-east-1] }]
      - 'Fn::Equals': [{ Ref: 'AWS::Region' }, eu-north-1]
Resources:
  CDKMetadata:
    Type: AWS::CDK::Metadata
    Properties: { Analytics: 'v2:deflate64:H4sIAAAA' }
    Metadata: { 'aws:cdk:path': Stack/CDKMetadata/Default }
    Condition: CDKMetadataAvailable
${resources}${pool}
Outputs:
  ExportsOutputRefPool: { Value: !Ref Pool, Export: { Name: 'Stack:ExportsOutputRefPool' } }
`

test('what the CDK puts around every stack is read, and what needs the Parameter Store is said', () => {
  const { userPools, notEmulated, outputs } = load(cdk())

  expect(userPools[0]?.clients).toHaveLength(1)
  expect(outputs['ExportsOutputRefPool']).toBe(userPools[0]?.id)
  expect(notEmulated).toEqual([
    'CheckBootstrapVersion: the Parameter Store is not here (/cdk-bootstrap/hnb659fds/version)',
  ])
})

test('a parameter whose value only AWS has is named where it is used', () => {
  const text = cdk(
    '  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref BootstrapVersion } }',
  )

  expect(problemsOf(text)).toEqual([
    expect.stringMatching(
      /BootstrapVersion is what AWS’s Parameter Store keeps as \/cdk-bootstrap/,
    ),
  ])
})

test.each([
  ['AWS::EC2::VPC::Id', 'vpc-1', 'vpc-1'],
  ['AWS::SSM::Parameter::Name', '/a/b', '/a/b'],
  ['List<AWS::EC2::Subnet::Id>', 'a, b', 'a+b'],
  ['List<Number>', '1,2', '1+2'],
])('a parameter of the type %s is text, or a list of it', (type, value, expected) => {
  const isList = type.startsWith('List')
  const text = `Parameters: { P: { Type: '${type}', Default: '${value}' } }\nResources: {}\nOutputs: { O: { Value: ${isList ? "!Join ['+', !Ref P]" : '!Ref P'} } }\n`

  expect(load(text).outputs).toEqual({ O: expected })
})

test.each(['Strng', 'List<', 'AWS::', 'SSM::Parameter::Value<String>'])(
  'a type that there is not is named: %s',
  (type) => {
    expect(problemsOf(`Parameters: { P: { Type: '${type}', Default: a } }\nResources: {}`)).toEqual(
      [expect.stringContaining('must be one of String, Number, CommaDelimitedList')],
    )
  },
)

test.each([
  ['!Contains [[a, b], !Ref P]', ['a', 'b'], ['c', '']],
  ["'Fn::EachMemberEquals': [!Ref L, a]", ['a', 'a,a'], ['a,b']],
  ["'Fn::EachMemberIn': [!Ref L, [a, b]]", ['a', 'b,a'], ['a,c']],
])('rules have functions of their own: %s', (assert, good, bad) => {
  const text = `Parameters: { P: { Type: String, Default: a }, L: { Type: CommaDelimitedList, Default: a } }
Rules: { R: { Assertions: [{ Assert: ${assert.startsWith('!') ? assert : `{ ${assert} }`} }] } }
Resources: {}\n`
  const name = assert.includes('Ref L') ? 'L' : 'P'

  for (const value of good) expect(problemsOf(text, { [name]: value })).toEqual([])
  for (const value of bad) {
    expect(problemsOf(text, { [name]: value })).toEqual([
      expect.stringContaining('The rule R does not hold.'),
    ])
  }
})

test('outside of rules they are named', () => {
  const text = `Conditions: { C: !Contains [[a], a] }\nResources: {}\n`

  expect(problemsOf(text)).toEqual([expect.stringContaining('Fn::Contains stands in Rules only.')])
})

test.each(['AWS::Serverless-2016-10-31', '[AWS::LanguageExtensions, AWS::Serverless-2016-10-31]'])(
  'a template of SAM’s without its types is what it is: %s',
  (transform) => {
    const text = `Transform: ${transform}\nGlobals: { Function: { Timeout: 3 } }\nResources:${pool}`

    expect(load(text).userPools).toHaveLength(1)
  },
)

test('SAM’s own types are named with what to do, and other macros by name', () => {
  const text = `Transform: [AWS::Serverless-2016-10-31, Mine]\nResources:${pool}  F: { Type: AWS::Serverless::Function }\n`

  expect(problemsOf(text)).toEqual([
    expect.stringContaining('The local AWS does not run the macro Mine.'),
  ])
  expect(problemsOf(text.replace(', Mine', ''))).toEqual([
    expect.stringMatching(/AWS::Serverless::Function\..*get-template --template-stage Processed/),
  ])
  const include = "{ Name: 'AWS::Include', Parameters: { Location: 's3://bucket/part.yaml' } }"
  expect(problemsOf(`Transform: ${include}\nResources:${pool}`)).toEqual([
    expect.stringContaining('does not run the macro AWS::Include.'),
  ])
})

/** Of a function with an event of the type Cognito, as SAM's transform writes it. */
const ofSam = `Transform: AWS::Serverless-2016-10-31
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
    Properties: { LambdaConfig: { PreSignUp: !GetAtt Confirm.Arn } }
  Confirm:
    Type: AWS::Lambda::Function
    Properties:
      Code: { ZipFile: 'exports.handler = async (event) => event' }
      Handler: index.handler
      Runtime: nodejs22.x
      Role: !GetAtt ConfirmRole.Arn
      Tags: [{ Key: 'lambda:createdBy', Value: SAM }]
  ConfirmRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Action: ['sts:AssumeRole'], Effect: Allow, Principal: { Service: [lambda.amazonaws.com] } }
      ManagedPolicyArns:
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      Tags: [{ Key: 'lambda:createdBy', Value: SAM }]
  ConfirmCognitoPermission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Confirm
      Principal: cognito-idp.amazonaws.com
      SourceArn: !GetAtt Pool.Arn
`

test('what SAM makes of a function with an event of Cognito is a trigger of the pool', () => {
  const { userPools, functions } = load(ofSam)

  expect(functions).toHaveLength(1)
  expect(userPools[0]?.triggers).toEqual({ PreSignUp: functions[0]!.arn })
})
