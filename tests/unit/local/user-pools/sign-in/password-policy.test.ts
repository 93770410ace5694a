import { expect, test } from 'vitest'
import { checkPasswordPolicy } from '../../../../../local/user-pools/sign-in/password-policy.ts'
import { emailPool } from '../../../../support/user-pools/user-pool-config.ts'

const { passwordPolicy } = emailPool()

const symbols = '^$*.[]{}()?"!@#%&/\\,><\':;|_~`=+- '

test.for(Array.from(symbols))('%j counts as a symbol inside a password', (symbol) => {
  expect(() => {
    checkPasswordPolicy(passwordPolicy, `Aa1aa${symbol}aa`, 'signUp')
  }).not.toThrow()
})

test.for(['é', '€', '漢', 'ß', '\t', '😀'])('%j does not', (character) => {
  expect(() => {
    checkPasswordPolicy(passwordPolicy, `Aa1aaa${character}aa`, 'signUp')
  }).toThrow('Password did not conform with policy: Password must have symbol characters')
})

test('letters and digits of other scripts do not count as required ones', () => {
  expect(() => {
    checkPasswordPolicy(passwordPolicy, 'Äa٣-äääää', 'change')
  }).toThrow('Password does not conform to policy: Password must have numeric characters')
  expect(() => {
    checkPasswordPolicy(passwordPolicy, 'Äa3-äääää', 'change')
  }).toThrow('Password does not conform to policy: Password must have uppercase characters')
})

test('a policy that asks for nothing but length takes anything long enough', () => {
  const lenient = {
    ...passwordPolicy,
    requireLowercase: false,
    requireUppercase: false,
    requireNumbers: false,
    requireSymbols: false,
  }

  expect(() => {
    checkPasswordPolicy(lenient, 'aaaaaaaa', 'signUp')
  }).not.toThrow()
  expect(() => {
    checkPasswordPolicy(lenient, 'aaaaaaa', 'signUp')
  }).toThrow('Password did not conform with policy: Password not long enough')
})
