import { expect, test } from 'vitest'
import { problemsOf } from './load.ts'

/** Line 6, from column 13 on, is where the value stands. */
function propertyProblems(yaml: string, sections = ''): string[] {
  return problemsOf(
    `Resources:\n  Other:\n    Type: AWS::S3::Bucket\n  Probe:\n    Type: AWS::S3::Bucket\n    Properties: { Tags: ${yaml} }\n${sections}`,
  )
}

test.each([
  ['!Ref Nowhere', 'The template has no resource or parameter Nowhere.'],
  ['!Ref [a]', 'Ref takes a name.'],
  ['!Base64 x', 'The local AWS does not read Fn::Base64.'],
  ['{ "Fn::ImportValue": x }', 'The local AWS does not read Fn::ImportValue.'],
  ['!GetAtt Other', 'Fn::GetAtt takes a resource and an attribute'],
  ['!GetAtt Other.Colour', 'knows no attribute Colour of AWS::S3::Bucket. It has Arn, DomainName'],
  ['!GetAtt [Other, Arn, x]', 'Fn::GetAtt takes a list of 2 arguments.'],
  ['!Sub "${no name}"', '${no name} names nothing. Write ${!no name} to keep it as it is.'],
  ['!Sub "${Nowhere}"', 'The template has no resource or parameter Nowhere.'],
  ['!Sub [a, b]', 'Fn::Sub takes a map of variables.'],
  ['!Join ["-", x]', 'What Fn::Join joins must be a list, not "x".'],
  ['!Join ["-", [[a]]]', 'Each item that Fn::Join joins must be text, not a list.'],
  ['!Split ["", x]', 'The delimiter of Fn::Split may not be empty.'],
  ['!Select [2, [a, b]]', 'Fn::Select asks for item 2 of a list of 2.'],
  ['!Select [-1, [a, b]]', 'Fn::Select asks for item -1 of a list of 2.'],
  ['!If [Nowhere, a, b]', 'The template has no condition Nowhere.'],
  ['!If [a, b]', 'Fn::If takes a condition’s name and two values.'],
  ['!Equals [a, b]', 'Fn::Equals stands in Conditions only'],
  ['!FindInMap [Nowhere, a, b]', 'The template has no mapping Nowhere.'],
  ['"{{resolve:ssm:/x}}"', 'Dynamic references cannot be resolved locally.'],
  ['{ Ref: Other, a: b }', 'Ref must be the only key of its map.'],
  ['!!binary aGk=', 'CloudFormation has no YAML tag'],
  ['~', 'There is no value here'],
])('%s is a problem at its place', (yaml, message) => {
  const [problem, ...others] = propertyProblems(yaml)

  expect(problem).toMatch(/^6:(19|2\d|3\d) /)
  expect(problem).toContain(message)
  expect(others).toEqual([])
})

test.each([
  ['Mappings: { M: { a: { b: c } } }', '!FindInMap [M, x, b]', 'The mapping M has no key "x".'],
  ['Mappings: { M: { a: { b: c } } }', '!FindInMap [M, a, x]', 'M.a has no key "x".'],
])('%s has no answer to %s', (sections, yaml, message) => {
  expect(propertyProblems(yaml, sections)).toEqual([`6:25 ${message}`])
})

test('several problems come in one error, in the order of the file', () => {
  const text = [
    'Resources:',
    '  Pool:',
    '    Type: AWS::Cognito::UserPool',
    '    Properties:',
    '      MfaConfiguration: SOMETIMES',
    '      Colour: blue',
    '      Policies: { PasswordPolicy: { MinimumLength: 5 } }',
    '  Bucket:',
    '    Type: AWS::S3::Bucket',
    '    Properties: { BucketName: Shouting }',
  ].join('\n')

  expect(problemsOf(text)).toEqual([
    '5:25 Pool.MfaConfiguration: must be one of OFF, ON, OPTIONAL, not "SOMETIMES".',
    '6:7 Pool: the local AWS does not read Colour. Is it spelled as AWS has it?',
    '7:52 Pool.Policies.PasswordPolicy.MinimumLength: must be a whole number from 6 to 99, not 5.',
    '10:31 Bucket.BucketName: "Shouting" cannot be a bucket’s name.',
  ])
})

test('an unquoted OFF is a truth value, and the message says so', () => {
  const text =
    'Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties: { MfaConfiguration: OFF }\n'

  expect(problemsOf(text).join()).toContain('put it in quotes')
})

test('resources that depend on each other in a circle are a problem', () => {
  const text = [
    'Resources:',
    '  A: { Type: AWS::S3::Bucket, Properties: { Tags: [!Ref B] } }',
    '  B: { Type: AWS::S3::Bucket, DependsOn: C }',
    '  C: { Type: AWS::S3::Bucket, Properties: { Tags: [!GetAtt A.Arn] } }',
  ].join('\n')

  expect(problemsOf(text)).toEqual([
    '4:52 Resources depend on each other in a circle: A → B → C → A.',
  ])
})

test('a resource that refers to itself is a problem', () => {
  const text = 'Resources:\n  A: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref A } }'

  expect(problemsOf(text)).toEqual(['2:57 Resources depend on each other in a circle: A → A.'])
})

test('conditions that build on each other in a circle are a problem', () => {
  const text = 'Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\nResources: {}\n'

  expect(problemsOf(text)[0]).toBe('3:12 Conditions build on each other in a circle: A → B → A.')
})

test.each([
  ['A: !Equals [a]', 'Fn::Equals takes a list of 2 arguments.'],
  ['A: !And [!Equals [a, a]]', 'Fn::And takes a list of 2 to 10 arguments.'],
  ['A: yes-or-no', 'A condition must stand here, not "yes-or-no".'],
  ['A: !Ref AWS::Region', 'A condition must stand here, not Ref.'],
  ['A: !Equals [!Ref Bucket, a]', 'A condition can refer to parameters only, and Bucket is none.'],
  ['A: !Equals [!GetAtt Bucket.Arn, a]', 'A condition cannot ask Bucket'],
])('the condition %s is a problem', (condition, message) => {
  const text = `Conditions:\n  ${condition}\nResources:\n  Bucket: { Type: AWS::S3::Bucket }\n`

  expect(problemsOf(text).join('\n')).toContain(message)
})

test.each([
  [
    'Transform: AWS::Include\nResources: {}',
    '1:12 The local AWS does not run the macro AWS::Include.',
  ],
  ['Resources: {}\nHooks: {}', '2:1 The local AWS does not read the section Hooks.'],
  ['Description: nothing', '1:1 A template needs the section Resources.'],
  ['Resources: []', '1:12 The section Resources must be a map.'],
  [
    'Resources:\n  A-B: { Type: AWS::S3::Bucket }',
    '2:3 "A-B" cannot be a name: use letters and digits only.',
  ],
  [
    'Resources:\n  A: { Type: AWS::SQS::Queue }',
    '2:14 The local AWS cannot read the resource type AWS::SQS::Queue.',
  ],
  ['Resources:\n  A: { Properties: {} }', '2:3 The resource A has no Type.'],
  ['Resources:\n  A: nothing', '2:3 The resource A must be a map.'],
  [
    'Resources:\n  A: { Type: AWS::S3::Bucket, Colour: 1 }',
    '2:31 A resource has no attribute Colour.',
  ],
  [
    'Resources:\n  A: { Type: AWS::S3::Bucket, Condition: Never }',
    '2:42 The template has no condition Never.',
  ],
  [
    'Resources:\n  A: { Type: AWS::S3::Bucket, DependsOn: Gone }',
    '2:42 The template has no resource or parameter Gone.',
  ],
  [
    'Resources:\n  A: { Type: AWS::S3::Bucket, DeletionPolicy: Keep }',
    '2:47 DeletionPolicy must be one of Delete, Retain, RetainExceptOnCreate, Snapshot.',
  ],
  ['Resources: {}\nOutputs:\n  A: { Value: [x] }', '3:15 The output A needs a Value that is text.'],
  ['Resources: {}\nOutputs:\n  A: { Value: x, Colour: y }', '3:18 An output has no Colour.'],
])('%j is a problem', (text, problem) => {
  expect(problemsOf(text)).toEqual([problem])
})

test('a resource whose condition does not hold is not there, nor can it be referred to', () => {
  const head =
    'Conditions: { Never: !Equals [a, b] }\nResources:\n  A: { Type: AWS::S3::Bucket, Condition: Never }\n'

  expect(problemsOf(head)).toEqual([])
  expect(problemsOf(`${head}  B: { Type: AWS::S3::Bucket, DependsOn: A }\n`)).toEqual([])
  expect(problemsOf(`${head}Outputs: { O: { Value: !Ref A, Condition: Never } }\n`)).toEqual([])
  expect(problemsOf(`${head}Outputs: { O: { Value: !Ref A } }\n`)).toEqual([
    '4:24 A is not there, since its condition "Never" does not hold.',
  ])
})

test('what hangs on a resource that cannot be read is not told as well', () => {
  const text = [
    'Resources:',
    '  Pool: { Type: AWS::Cognito::UserPool, Properties: { Schema: [{ Required: true }] } }',
    '  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Pool } }',
    '  Domain:',
    '    Type: AWS::Cognito::UserPoolDomain',
    '    Properties: { Domain: acme, UserPoolId: !Ref Pool }',
  ].join('\n')

  expect(problemsOf(text)).toEqual(['2:64 Pool.Schema[0] needs Name.'])
})

test('a value that must be there and is wrong is one problem', () => {
  const text = [
    'Resources:',
    '  Bucket:',
    '    Type: AWS::S3::Bucket',
    '    Properties: { VersioningConfiguration: { Status: Perhaps } }',
  ].join('\n')

  expect(problemsOf(text)).toEqual([
    '4:54 Bucket.VersioningConfiguration.Status: must be one of Enabled, Suspended, not "Perhaps".',
  ])
})
