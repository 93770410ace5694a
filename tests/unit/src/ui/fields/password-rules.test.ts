import { expect, test } from 'vitest'
import { passwordRules } from '../../../../../src/ui/fields/password-rules.ts'

const policy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
}

const unmet = (password: string) =>
  passwordRules(policy, password)
    .filter(({ isMet }) => !isMet)
    .map(({ text }) => text)

test.each([
  [
    '',
    [
      'at least 8 characters',
      'a lower-case letter',
      'an upper-case letter',
      'a number',
      'a symbol, such as ! ? or #',
    ],
  ],
  ['Abcdef1!', []],
  ['Abcdef1 x', []],
  ['Abcdefg1', ['a symbol, such as ! ? or #']],
  [' Abcdefg1 ', ['a symbol, such as ! ? or #']],
  ['Abcdefg1€', ['a symbol, such as ! ? or #']],
  ['ÄBCDEFG1!', ['a lower-case letter']],
])('%j still lacks %j', (password, expected) => {
  expect(unmet(password)).toEqual(expected)
})

test('a pool that asks for length alone shows one rule', () => {
  const lax = {
    minimumLength: 12,
    requireLowercase: false,
    requireUppercase: false,
    requireNumbers: false,
    requireSymbols: false,
  }

  expect(passwordRules(lax, 'x'.repeat(12))).toEqual([
    { text: 'at least 12 characters', isMet: true },
  ])
})
