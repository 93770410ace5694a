import { expect, test } from 'vitest'
import { modPow } from '../../../../../src/auth/srp/mod-pow.ts'

test('modPow agrees with repeated multiplication for small numbers, negative bases included', () => {
  for (let base = -7n; base <= 7n; base += 1n) {
    for (let exponent = 0n; exponent < 70n; exponent += 1n) {
      for (const modulus of [1n, 2n, 13n, 97n]) {
        const expected = (((base ** exponent % modulus) + modulus) % modulus).toString()

        expect(modPow(base, exponent, modulus).toString()).toBe(expected)
      }
    }
  }
})

test('modPow holds to Fermat for the prime of RFC 8032', () => {
  const prime = 2n ** 255n - 19n

  expect(modPow(123456789n, prime - 1n, prime)).toBe(1n)
  expect(modPow(-5n, prime, prime)).toBe(prime - 5n)
})
