import { expect, test } from 'vitest'
import { evaluate } from '../../../../local/iam/evaluate.ts'
import { operators } from '../../../../local/iam/match/operators.ts'
import { parsePolicyDocument } from '../../../../local/iam/policy/parse-policy.ts'
import { PolicyError } from '../../../../local/iam/policy/policy-error.ts'
import { createDice, randomJson } from '../../../support/core/random-json.ts'

/** Reads `json`; undefined when it is refused in words. */
function parse(json: unknown) {
  try {
    return parsePolicyDocument(json, 'a policy')
  } catch (error) {
    expect(error).toBeInstanceOf(PolicyError)
    return undefined
  }
}

test('whatever stands in a policy is read or refused in words', () => {
  const dice = createDice(11)
  const elements = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'Resource', 'Condition']
  const sound = { Effect: 'Allow', Action: '*', Resource: '*' }

  for (let round = 0; round < 3000; round += 1) {
    const element = elements[Math.floor(dice() * elements.length)] ?? ''
    const Statement = dice() < 0.1 ? randomJson(dice) : { ...sound, [element]: randomJson(dice) }
    parse(dice() < 0.05 ? randomJson(dice) : { Version: '2012-10-17', Statement })
  }
})

test('whatever a request holds, every operator decides', () => {
  const dice = createDice(12)
  const expected = { Numeric: '1', Date: '2026-01-01', Bool: 'true', Null: 'true', Binary: 'QQ==' }
  const others = { IpAddress: '::/0', Arn: 'arn:aws:s3:::${aws:x}/*', String: '*${aws:x}?' }

  for (const [name, { family }] of operators) {
    for (const qualifier of family === 'Null' ? [''] : ['', 'ForAllValues:', 'ForAnyValue:']) {
      const value = { ...expected, ...others }[family]
      const Condition = { [`${qualifier}${name}`]: { 'aws:x': value } }
      const policy = parse({
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition },
      })!
      for (let round = 0; round < 40; round += 1) {
        const values = [randomJson(dice), randomJson(dice)].map((json) => String(json))
        const context = { 'aws:x': dice() < 0.5 ? values : (values[0] ?? '') }
        const request = { action: values[0] ?? '', resource: values[1] ?? '', context }

        expect(evaluate(request, [policy]).reason).toMatch(/^(allowed|no-match)$/)
      }
    }
  }
})

test('an operator that got past the reader decides nothing', () => {
  const condition = { operator: 'StringMaybe', ifExists: false, key: 'aws:x', values: ['a'] }
  const statement = {
    effect: 'Deny' as const,
    actions: ['*'],
    resources: ['*'],
    conditions: [condition],
  }
  const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', context: {} }

  expect(() => evaluate(request, [{ statements: [statement] }])).toThrow('StringMaybe')
})
