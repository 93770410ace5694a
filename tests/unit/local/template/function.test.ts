import { expect, test } from 'vitest'
import { load, problemsOf } from './load.ts'

const trust =
  '{ Version: 2012-10-17, Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }'

const role = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: { AssumeRolePolicyDocument: ${trust} }
`

/** A function with those properties instead of the usual ones. */
function template(properties: Readonly<Record<string, string | undefined>> = {}): string {
  const all: Readonly<Record<string, string | undefined>> = {
    FunctionName: 'pre-sign-up',
    Runtime: 'nodejs22.x',
    Role: '!GetAtt Role.Arn',
    Handler: 'index.handler',
    Code: '{ ZipFile: "exports.handler = (event) => event" }',
    ...properties,
  }
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`      ${name}: ${value}`],
  )
  return `${role}  Trigger:\n    Type: AWS::Lambda::Function\n    Properties:\n${lines.join('\n')}\n`
}

function permission(properties: string): string {
  return `${template()}  Permission:\n    Type: AWS::Lambda::Permission\n    Properties: { ${properties} }\n`
}

const invoke = 'Action: lambda:InvokeFunction, Principal: cognito-idp.amazonaws.com'
const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:pre-sign-up'

test('a function is read with Lambda’s defaults', () => {
  const { functions, roles, notEmulated } = load(template())

  expect(functions).toEqual([
    {
      name: 'pre-sign-up',
      arn,
      handler: 'index.handler',
      source: 'exports.handler = (event) => event',
      roleArn: roles[0]?.arn,
      timeoutSeconds: 3,
      environment: {},
      permissions: [],
    },
  ])
  expect(notEmulated).toEqual([])
})

test('a function’s own time limit and environment are read', () => {
  const { functions } = load(
    template({ Timeout: '5', Environment: '{ Variables: { POOL: eu-west-1_Ab, LIMIT: 5 } }' }),
  )

  expect(functions[0]).toMatchObject({
    timeoutSeconds: 5,
    environment: { POOL: 'eu-west-1_Ab', LIMIT: '5' },
  })
})

test('a permission names its function by name, by Ref or by ARN', () => {
  for (const name of ['pre-sign-up', '!Ref Trigger', '!GetAtt Trigger.Arn']) {
    const { functions } = load(permission(`FunctionName: ${name}, ${invoke}, SourceArn: arn:x`))

    expect(functions[0]?.permissions, name).toEqual([
      { principal: 'cognito-idp.amazonaws.com', sourceArn: 'arn:x' },
    ])
  }
})

test('a permission for the account that is here is one for every account here', () => {
  const { functions } = load(
    permission(`FunctionName: !Ref Trigger, ${invoke}, SourceAccount: !Ref AWS::AccountId`),
  )

  expect(functions[0]?.permissions).toEqual([{ principal: 'cognito-idp.amazonaws.com' }])
})

test.each([
  [`${invoke}, SourceAccount: "210987654321"`, 'Permission.SourceAccount: every caller here is of'],
  ['Action: lambda:GetFunction, Principal: "*"', 'Permission.Action: functions are invoked'],
])('the permission %s permits nothing here, and this is said', (properties, sentence) => {
  const { functions, notEmulated } = load(permission(`FunctionName: !Ref Trigger, ${properties}`))

  expect(functions[0]?.permissions).toEqual([])
  expect(notEmulated.join()).toContain(sentence)
})

test.each([
  ['PrincipalOrgID: o-abc', 'knows no organizations'],
  ['EventSourceToken: abc', 'checks no token'],
  ['InvokedViaFunctionUrl: true', 'has no function URLs'],
  ['FunctionUrlAuthType: NONE', 'has no function URLs'],
])('a permission that %s narrows is a problem', (property, message) => {
  expect(
    problemsOf(permission(`FunctionName: !Ref Trigger, ${invoke}, ${property}`)).join(),
  ).toContain(`Permission.${property.split(':')[0] ?? ''}: The local AWS ${message}`)
})

test('a permission for a function that is not in the template is a problem', () => {
  expect(problemsOf(permission(`FunctionName: other, ${invoke}`)).join()).toContain(
    'Permission.FunctionName: this template has no function other.',
  )
})

test.each([
  [{ Role: undefined }, 'Trigger needs Role.'],
  [{ Role: 'arn:aws:iam::123456789012:role/other' }, 'this template has no role arn:aws:iam::'],
  [{ Runtime: undefined }, 'Trigger needs Runtime.'],
  [{ Handler: undefined }, 'Trigger.Handler: must be index.<export>'],
  [{ Handler: 'main.handler' }, 'Trigger.Handler: must be index.<export>'],
  [{ Handler: 'index' }, 'Trigger.Handler: must be index.<export>'],
  [{ Timeout: '0' }, 'Trigger.Timeout: must be a whole number from 1 to 900'],
  [{ Timeout: '901' }, 'Trigger.Timeout: must be a whole number from 1 to 900'],
  [{ Code: '{ ZipFiel: x }' }, 'does not read ZipFiel'],
  [{ Environment: '{ Variables: { AWS_REGION: x } }' }, 'Lambda keeps AWS_REGION to itself.'],
  [{ Environment: '{ Variables: { 1st: x } }' }, '"1st" cannot be a variable’s name.'],
  [{ FunctionName: "''" }, 'Trigger.FunctionName: must not be empty.'],
])('the function with %o is a problem', (properties, message) => {
  expect(problemsOf(template(properties)).join('\n')).toContain(message)
})

test('a function whose role is for somebody else is refused in Lambda’s words', () => {
  const text = template().replace('lambda.amazonaws.com', 'ec2.amazonaws.com')

  expect(problemsOf(text)).toEqual([
    '10:13 Trigger.Role: The role defined for the function cannot be assumed by Lambda.',
  ])
})

test.each([
  [{ Code: '{ S3Bucket: code, S3Key: trigger.zip }' }, 'Trigger.Code: only a ZipFile runs here'],
  [{ Runtime: 'python3.13' }, 'Trigger.Runtime: only Node.js runs here'],
  [
    { PackageType: 'Image', Runtime: undefined, Handler: undefined, Code: '{ ImageUri: x }' },
    'Trigger.Code: only a ZipFile runs here',
  ],
])('the function with %o is there, cannot run, and this is said', (properties, sentence) => {
  const pool =
    '  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties: { LambdaConfig: { PreSignUp: !GetAtt Trigger.Arn } }\n'

  const { functions, userPools, notEmulated } = load(`${template(properties)}${pool}`)

  expect(functions).toEqual([])
  expect(notEmulated.join()).toContain(sentence)
  expect(userPools[0]?.triggers).toEqual({ PreSignUp: arn })
})

test('what a function asks for and nothing here does is said', () => {
  const { notEmulated } = load(
    template({ MemorySize: '128', Layers: '[arn:x]', Tags: '[]', Architectures: '[arm64]' }),
  )

  expect(notEmulated).toEqual(['Trigger.Layers: no layer lies under the code'])
})

test('a pool’s trigger is a function of the same template', () => {
  const pool = (preSignUp: string) =>
    `${template()}  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties: { LambdaConfig: { PreSignUp: ${preSignUp} } }\n`

  expect(load(pool('!GetAtt Trigger.Arn')).userPools[0]?.triggers).toEqual({ PreSignUp: arn })
  expect(load(template()).userPools).toEqual([])
  expect(problemsOf(pool(`${arn}-other`)).join()).toContain(
    `Pool.LambdaConfig.PreSignUp: this template has no function ${arn}-other.`,
  )
})

test('the trigger before tokens runs in the version that its newer member asks for', () => {
  const pool = (config: string, tier = 'ESSENTIALS') =>
    `${template()}  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties: { UserPoolTier: ${tier}, LambdaConfig: { ${config} } }\n`
  const of = (version: string) =>
    `PreTokenGenerationConfig: { LambdaArn: !GetAtt Trigger.Arn, LambdaVersion: ${version} }`
  const read = (config: string) => {
    const [first] = load(pool(config)).userPools
    return [first?.triggers, first?.preTokenGenerationVersion]
  }
  const named = { PreTokenGeneration: arn }

  expect(read('PreTokenGeneration: !GetAtt Trigger.Arn')).toEqual([named, undefined])
  expect(read(of('V1_0'))).toEqual([named, undefined])
  expect(read(of('V2_0'))).toEqual([named, '2'])
  expect(read(`${of('V3_0')}, PreTokenGeneration: !GetAtt Trigger.Arn`)).toEqual([named, '3'])
  expect(problemsOf(pool(of('V2_0'), 'LITE')).join()).toContain('LambdaVersion')
  expect(problemsOf(pool(of('V4_0'))).join()).toContain('one of V1_0, V2_0, V3_0')
  expect(problemsOf(pool(of('V1_0').replace('!GetAtt Trigger.Arn', 'other'))).join()).toContain(
    'this template has no function other',
  )
})

test('a pool names the function of what providers say with its version, above LITE', () => {
  const pool = (config: string, tier = 'ESSENTIALS') =>
    `${template()}  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties: { UserPoolTier: ${tier}, LambdaConfig: { InboundFederation: { ${config} } } }\n`
  const good = 'LambdaArn: !GetAtt Trigger.Arn, LambdaVersion: V1_0'

  expect(load(pool(good)).userPools[0]?.triggers).toEqual({ InboundFederation: arn })
  expect(problemsOf(pool(good, 'LITE')).join()).toContain('LambdaVersion')
  expect(problemsOf(pool(good.replace('V1_0', 'V2_0'))).join()).toContain('V1_0')
  expect(problemsOf(pool('LambdaVersion: V1_0')).join()).toContain('LambdaArn')
})

test('functions that send messages are read with the key that encrypts for them', () => {
  const key = `  Key:\n    Type: AWS::KMS::Key\n    Properties: { Enabled: true, KeyPolicy: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }] } }\n`
  const pool = (config: string) =>
    `${template()}${key}  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties: { LambdaConfig: { ${config} } }\n`
  const sender = 'LambdaArn: !GetAtt Trigger.Arn, LambdaVersion: V1_0'
  const both = `CustomEmailSender: { ${sender} }, CustomSMSSender: { ${sender} }`

  const { userPools, keys, notEmulated } = load(pool(`${both}, KMSKeyID: !GetAtt Key.Arn`))

  expect(userPools[0]).toMatchObject({
    triggers: { CustomEmailSender: arn, CustomSMSSender: arn },
    senderKeyArn: keys[0]?.arn,
  })
  expect(keys[0]?.arn).toMatch(/^arn:aws:kms:eu-west-1:123456789012:key\//)
  expect(keys[0]?.policy?.statements).toHaveLength(1)
  expect(notEmulated).toEqual(['Key.Enabled: keys are enabled'])
  expect(problemsOf(pool(both)).join()).toContain('needs KMSKeyID')
  expect(problemsOf(pool(`${both}, KMSKeyID: !Ref Key`)).join()).toContain('not the ARN of a key')
  expect(problemsOf(pool(both.replace('V1_0', 'V2_0'))).join()).toContain('V1_0')
  expect(problemsOf(pool('CustomEmailSender: { LambdaVersion: V1_0 }')).join()).toContain(
    'LambdaArn',
  )
})

test('a trigger that cannot be read is one problem, and its pool is none', () => {
  const text = `${template({ Timeout: '0' })}  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties: { LambdaConfig: { PreSignUp: !GetAtt Trigger.Arn } }\n`

  expect(problemsOf(text)).toHaveLength(1)
})
