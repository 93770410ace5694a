import { expect, test } from 'vitest'
import BigInteger from '../../../../../src/auth/srp/big-integer.ts'

const seven = new BigInteger('7', 16)
const minusThree = new BigInteger('4', 16).subtract(seven)

test('a difference may be negative, and its residue is not', () => {
  expect(minusThree.toString(16)).toBe('-3')
  expect(minusThree.abs().toString(16)).toBe('3')
  expect(minusThree.mod(seven).toString(16)).toBe('4')
  expect(minusThree.compareTo(BigInteger.ZERO)).toBe(-1)
  expect(seven.compareTo(minusThree)).toBe(1)
  expect(minusThree.add(BigInteger.ONE).equals(new BigInteger('5', 16).subtract(seven))).toBe(true)
})

test('a negative base is reduced before it is raised', () => {
  let result = ''
  minusThree.modPow(new BigInteger('3', 16), seven, (_error, power) => {
    result = power?.toString(16) ?? ''
  })

  // (-3)^3 = -27 = 1 (mod 7)
  expect(result).toBe('1')
})
