import { expect, test } from 'vitest'
import { load, problemsOf } from '../load.ts'

function template(declaration: string): string {
  return `Parameters:\n  P: { ${declaration} }\nResources: {}\nOutputs:\n  P: { Value: !Join ["|", [!Ref P]] }\n`
}

function valueOf(declaration: string, given?: string): string | undefined {
  const text = declaration.includes('CommaDelimitedList')
    ? template(declaration).replace('[!Ref P]', '!Ref P')
    : template(declaration)
  return load(text, given === undefined ? {} : { P: given }).outputs.P
}

test('a given value wins over the default, and an empty one is a value', () => {
  expect(valueOf('Type: String, Default: x')).toBe('x')
  expect(valueOf('Type: String, Default: x', 'y')).toBe('y')
  expect(valueOf('Type: String, Default: x', '')).toBe('')
})

test('a list is split at its commas and trimmed', () => {
  expect(valueOf('Type: CommaDelimitedList', ' a,b , c')).toBe('a|b|c')
})

test.each([
  ['Type: String', undefined, 'The parameter P has no default and was given no value.'],
  ['Type: String, AllowedValues: [a, b]', 'c', 'that is not an allowed value. It may be a, b.'],
  ['Type: String, AllowedPattern: "[a-z]+"', 'ab1', 'it does not match'],
  ['Type: String, MinLength: 2', 'a', 'it is shorter than 2'],
  ['Type: String, MaxLength: 2', 'abc', 'it is longer than 2'],
  ['Type: Number', 'two', 'it is not a number'],
  ['Type: Number', '', 'it is not a number'],
  ['Type: Number, MinValue: 2', '1', 'it is less than 2'],
  ['Type: Number, MaxValue: 2', '3', 'it is more than 2'],
  ['Type: CommaDelimitedList, AllowedPattern: "[a-z]"', 'a,B', 'cannot be "B"'],
  ['Type: String, AllowedPattern: a, ConstraintDescription: Say a.', 'b', 'cannot be "b": Say a.'],
])('%s refuses %j', (declaration, given, message) => {
  const [problem] = problemsOf(template(declaration), given === undefined ? {} : { P: given })

  expect(problem).toMatch(/^2:3 /)
  expect(problem).toContain(message)
})

test('a default is checked as a given value is', () => {
  expect(problemsOf(template('Type: String, Default: c, AllowedValues: [a]'))).toHaveLength(1)
})

test('a secret’s value is in no message', () => {
  const declaration = 'Type: String, NoEcho: true, AllowedValues: [open-sesame], MinLength: 20'

  const [problem] = problemsOf(template(declaration), { P: 'hunter2' })

  expect(problem).toContain('The parameter P cannot be its value')
  expect(problem).not.toMatch(/hunter2|open-sesame/)
})

test.each([
  ['Type: SSM::Parameter::Value<String>', 'must be one of String, Number, CommaDelimitedList'],
  ['Default: x', 'P needs Type.'],
  ['Type: String, Colour: blue', 'does not read Colour'],
  ['Type: String, Default: x, AllowedPattern: "["', 'is not a regular expression'],
  ['Type: String, Default: !Ref AWS::Region', 'Ref cannot stand here.'],
])('the declaration %s is a problem', (declaration, message) => {
  expect(problemsOf(template(declaration)).join('\n')).toContain(message)
})

test.each(['Q', '__proto__', 'constructor'])(
  'a value for %s, which is not declared, is a problem',
  (name) => {
    const parameters = Object.fromEntries([[name, 'x']])

    expect(problemsOf('Resources: {}', parameters)).toEqual([
      `1:1 The template has no parameter ${name}, yet it was given a value.`,
    ])
  },
)

test('a parameter named like a property of every object takes its own default', () => {
  const text =
    'Parameters:\n  constructor: { Type: String, Default: mine }\nResources: {}\nOutputs:\n  O: { Value: !Ref constructor }\n'

  expect(load(text).outputs).toEqual({ O: 'mine' })
})
