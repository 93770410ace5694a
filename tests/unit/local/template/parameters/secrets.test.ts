import { expect, test } from 'vitest'
import { load, problemsOf } from '../load.ts'

const secret = 'hunter2'

/** A user pool with that tier, which is none, in a template with a secret. */
function template(tier: string): string {
  return `Parameters:
  Secret: { Type: String, NoEcho: true }
  Secrets: { Type: CommaDelimitedList, NoEcho: true, Default: 'swordfish, xyzzy' }
Mappings: { Map: { Key: { Value: x } } }
Resources:
  Pool: { Type: AWS::Cognito::UserPool, Properties: { UserPoolTier: ${tier} } }
`
}

test.each([
  ['!Ref Secret', secret],
  ['!Sub "x${Secret}x"', secret],
  ['!Join ["-", [a, !Ref Secret]]', secret],
  ['!Select [0, !Ref Secrets]', 'swordfish'],
  ['!Join [" ", !Ref Secrets]', 'xyzzy'],
  ['!Select [1, !Split ["u", !Ref Secret]]', 'nter2'],
  ['!FindInMap [Map, !Ref Secret, Value]', secret],
  ['!FindInMap [!Select [1, !Split ["u", !Ref Secret]], Key, Value]', 'nter2'],
])('a problem with %s does not show the secret', (tier, hidden) => {
  const [problem] = problemsOf(template(tier), { Secret: secret })

  expect(problem).toContain('(not shown)')
  expect(problem).not.toContain(hidden)
})

test('a secret of several lines is not shown as JSON would spell it either', () => {
  const [problem] = problemsOf(template('!Ref Secret'), { Secret: 'first\n"second"\n' })

  expect(problem).toContain('not "(not shown)".')
})

test('a secret that begins another is not shown in it', () => {
  const text = `Parameters:
  Short: { Type: String, NoEcho: true, Default: abc }
  Long: { Type: String, NoEcho: true, Default: abcdef }
Resources:
  Pool: { Type: AWS::Cognito::UserPool, Properties: { UserPoolTier: !Ref Long } }
`
  expect(problemsOf(text).join()).toContain('not "(not shown)".')
})

test('an empty secret hides nothing', () => {
  const [problem] = problemsOf(template('GOLD'), { Secret: '', Secrets: '' })

  expect(problem).toContain('must be one of LITE, ESSENTIALS, PLUS, not "GOLD".')
})

test('a secret is a value like any other to what it is for', () => {
  const text = `${template('LITE')}Outputs: { O: { Value: !Ref Secret } }\n`

  expect(load(text, { Secret: secret }).outputs).toEqual({ O: secret })
})
