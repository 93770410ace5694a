import { expect, test } from 'vitest'
import { evaluateTemplate } from '../../../../local/template/evaluate-template.ts'
import { createProblems } from '../../../../local/template/problems.ts'
import { createLoadContext } from '../../../support/template/load-context.ts'
import { evaluate } from './load.ts'

const sections = `
Parameters:
  Name: { Type: String, Default: ada }
  List: { Type: CommaDelimitedList, Default: 'a, b ,c' }
  Count: { Type: Number, Default: '7' }
Mappings:
  Sizes:
    eu-west-1: { small: s-eu, list: [x, y] }
Conditions:
  IsAda: !Equals [!Ref Name, ada]
  IsBob: !Equals [!Ref Name, bob]
`

test.each([
  ['Ref of a parameter', '!Ref Name', 'ada'],
  ['Ref of a list parameter, items trimmed', '!Ref List', ['a', 'b', 'c']],
  ['Ref of a number, as text', '!Ref Count', '7'],
  ['Ref of a resource', '!Ref Other', 'other-bucket'],
  ['Ref in its long form', '{ Ref: Name }', 'ada'],
  ['GetAtt with a dot', '!GetAtt Other.Arn', 'arn:aws:s3:::other-bucket'],
  ['GetAtt as a list', '!GetAtt [Other, Arn]', 'arn:aws:s3:::other-bucket'],
  ['GetAtt in its long form', '{ "Fn::GetAtt": [Other, Arn] }', 'arn:aws:s3:::other-bucket'],
  ['Sub of a parameter', '!Sub x-${Name}-y', 'x-ada-y'],
  [
    'Sub of a resource and an attribute',
    '!Sub "${Other} ${Other.Arn}"',
    'other-bucket arn:aws:s3:::other-bucket',
  ],
  [
    'Sub with its own variables first',
    '!Sub ["${Name} ${V}", { Name: eve, V: !Ref Count }]',
    'eve 7',
  ],
  ['Sub of a pseudo parameter', '!Sub "${AWS::Region}"', 'eu-west-1'],
  ['Sub that leaves a literal', '!Sub "${!aws:username}/${Name}"', '${aws:username}/ada'],
  ['Sub in its long form', '{ "Fn::Sub": "${Name}" }', 'ada'],
  [
    'Sub of what looks like a variable within a value',
    '!Sub ["${V}", { V: "${Name}" }]',
    '${Name}',
  ],
  ['Join', '!Join ["-", [a, !Ref Name, 7]]', 'a-ada-7'],
  ['Join of a list parameter', '!Join [",", !Ref List]', 'a,b,c'],
  ['Split', '!Split ["/", "a/b//c"]', ['a', 'b', '', 'c']],
  ['Select', '!Select [1, [a, b]]', 'b'],
  ['Select with an index as text', '!Select ["0", !Ref List]', 'a'],
  ['Select of Split', '!Select [1, !Split ["-", "a-b"]]', 'b'],
  ['If that holds', '!If [IsAda, yes-ada, no-ada]', 'yes-ada'],
  ['If that does not hold', '!If [IsBob, yes-bob, !Ref Name]', 'ada'],
  ['If in its long form', '{ "Fn::If": [IsBob, 1, 2] }', 2],
  ['FindInMap', '!FindInMap [Sizes, !Ref AWS::Region, small]', 's-eu'],
  ['FindInMap of a list', '!FindInMap [Sizes, eu-west-1, list]', ['x', 'y']],
  ['NoValue within a list', '[a, !Ref AWS::NoValue, b]', ['a', 'b']],
  ['NoValue as a property', '{ a: !Ref AWS::NoValue, b: 1 }', { b: 1 }],
  ['NoValue by If', '[!If [IsBob, x, !Ref AWS::NoValue]]', []],
  ['a function as another’s argument in long form', '{ "Fn::Join": ["", [{ Ref: Name }]] }', 'ada'],
  ['the key Condition as any other', '{ Condition: { a: b } }', { Condition: { a: 'b' } }],
])('%s', (_, yaml, value) => {
  expect(evaluate(yaml, sections)).toEqual(value)
})

test.each([
  ['AWS::AccountId', '123456789012'],
  ['AWS::Partition', 'aws'],
  ['AWS::Region', 'eu-west-1'],
  ['AWS::StackName', 'starter'],
  ['AWS::URLSuffix', 'amazonaws.com'],
])('the pseudo parameter %s', (name, value) => {
  expect(evaluate(`!Ref ${name}`)).toBe(value)
})

test.each([
  ['cn-north-1', 'aws-cn amazonaws.com.cn arn:aws-cn:s3:::b'],
  ['eusc-de-east-1', 'aws-eusc amazonaws.eu arn:aws-eusc:s3:::b'],
  ['us-gov-west-1', 'aws-us-gov amazonaws.com arn:aws-us-gov:s3:::b'],
])('the partition of %s', (region, value) => {
  const text = `Resources:
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: b } }
Outputs:
  O: { Value: !Sub '\${AWS::Partition} \${AWS::URLSuffix} \${Bucket.Arn}' }
`
  const context = createLoadContext({}, region)
  const { outputs } = evaluateTemplate(text, context, createProblems('t.yaml'))

  expect(outputs.O).toBe(value)
})

test('AWS::StackId is an ARN that ends in a UUID', () => {
  expect(evaluate('!Ref AWS::StackId')).toMatch(
    /^arn:aws:cloudformation:eu-west-1:123456789012:stack\/starter\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  )
})

test.each([
  ['!Equals [a, a]', true],
  ['!Equals [a, b]', false],
  ['!Not [!Equals [a, b]]', true],
  ['!And [!Condition IsAda, !Not [!Condition IsBob]]', true],
  ['!And [!Condition IsAda, !Condition IsBob]', false],
  ['!Or [!Condition IsBob, !Condition IsAda]', true],
  ['!Or [!Condition IsBob, !Condition IsBob]', false],
  ['{ "Fn::And": [{ Condition: IsAda }, { "Fn::Equals": [1, "1"] }] }', true],
  ['!Equals [!FindInMap [Sizes, eu-west-1, small], s-eu]', true],
])('the condition %s is %s', (condition, holds) => {
  const own = `${sections}  Own: ${condition}\n`

  expect(evaluate('!If [Own, "true", "false"]', own)).toBe(String(holds))
})

test('the branch that is not taken may name a resource that is not there', () => {
  const text = '!If [IsBob, !Ref Nowhere, here]'

  expect(evaluate(text, sections)).toBe('here')
})

test('YAML 1.1 is read as CloudFormation reads it', () => {
  expect(evaluate('[2012-10-17, yes, 0x1F, "no", y, 1_000]')).toEqual([
    '2012-10-17',
    true,
    31,
    'no',
    'y',
    1000,
  ])
})

test('a number given to text keeps its zeros', () => {
  expect(evaluate('!Join ["", [0012, 1.50]]')).toBe('00121.50')
})

test('JSON is a template too', () => {
  expect(evaluate('{"Fn::Join": ["-", ["a", {"Ref": "AWS::Region"}]]}')).toBe('a-eu-west-1')
})
