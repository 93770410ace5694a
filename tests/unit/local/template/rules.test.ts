import { expect, test } from 'vitest'
import { problemsOf } from './load.ts'

const head = `Parameters:
  Id: { Type: String, Default: '' }
  Secret: { Type: String, Default: '', NoEcho: true }
Rules:
  Whole:
`

function template(rule: string): string {
  return `${head}    ${rule}\nResources: {}\n`
}

const whole = template(
  "{ RuleCondition: !Not [!Equals [!Ref Id, '']], Assertions: [{ Assert: !Not [!Equals [!Ref Secret, '']], AssertDescription: Id needs Secret. }] }",
)

test('a rule holds its parameters to each other, in its own words', () => {
  expect(problemsOf(whole)).toEqual([])
  expect(problemsOf(whole, { Secret: 'x' })).toEqual([])
  expect(problemsOf(whole, { Id: 'a', Secret: 'x' })).toEqual([])
  expect(problemsOf(whole, { Id: 'a' })).toEqual(['6:65 Id needs Secret.'])
})

test('a rule without a condition always applies, and each of its assertions is told', () => {
  const text = template(
    '{ Assertions: [{ Assert: !Equals [!Ref Id, a] }, { Assert: !Equals [!Ref Secret, b], AssertDescription: b it is. }] }',
  )

  expect(problemsOf(text, { Id: 'a', Secret: 'b' })).toEqual([])
  expect(problemsOf(text)).toEqual(['6:20 The rule Whole does not hold.', '6:54 b it is.'])
})

test('nothing else is looked at while a rule does not hold', () => {
  const text = whole.replace('Resources: {}', 'Resources: { A: { Type: AWS::SQS::Queue } }')

  expect(problemsOf(text)).toHaveLength(1)
  expect(problemsOf(text, { Id: 'a' })).toEqual(['6:65 Id needs Secret.'])
})

test.each([
  ['always', 'The rule Whole must be a map.'],
  ['{ RuleCondition: !Equals [a, a] }', 'The rule Whole needs a list of Assertions.'],
  ['{ Assertions: [] }', 'The rule Whole needs a list of Assertions.'],
  ['{ Assertions: [{ Assertion: x }] }', 'Each assertion of the rule Whole needs an Assert.'],
  ['{ Assertions: [{ Assert: yes }] }', 'A condition must stand here'],
  ['{ Assertions: [{ Assert: !Equals [!Ref Bucket, a] }] }', 'refer to parameters only'],
  ['{ Assertions: [{ Assert: !Equals [!GetAtt Bucket.Arn, a] }] }', 'refer to parameters only'],
  ['{ Assertions: [{ Assert: !Condition Other }] }', 'A rule can refer to parameters only'],
  ['{ Assertions: [{ Assert: !Equals [a, a], Because: x }] }', 'A rule has no Because.'],
  ['{ Assertions: [{ Assert: !Equals [a, a] }], If: x }', 'A rule has no If.'],
  [
    '{ Assertions: [{ Assert: !Equals [a, a], AssertDescription: [x] }] }',
    'AssertDescription must be text.',
  ],
  ['{ Assertions: [{ Assert: { "Fn::RefAll": x } }] }', 'does not read Fn::RefAll'],
])('the rule %s is a problem', (rule, message) => {
  expect(problemsOf(template(rule)).join()).toContain(message)
})

test('a mistake in a rule is told even while the rule does not apply', () => {
  const text = template(
    '{ RuleCondition: !Equals [a, b], Assertions: [{ Assert: !Equals [!Ref Nowhere, a] }] }',
  )

  expect(problemsOf(text).join()).toContain('Nowhere is none.')
})
