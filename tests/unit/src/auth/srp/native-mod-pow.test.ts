import { expect, test } from 'vitest'
import {
  amplifysModPow,
  Integer,
  type AmplifysInteger,
} from '../../../../support/setup/native-mod-pow.ts'

const prime = new Integer('f'.repeat(63) + '1', 16)
const base = new Integer('7', 16)
const exponent = new Integer('1b3d'.repeat(16), 16)

function powerOf(modPow: AmplifysInteger['modPow'], of: AmplifysInteger): string {
  let power = ''
  modPow.call(of, exponent, prime, (error, result) => {
    power = error ? error.message : result.toString(16)
  })
  return power
}

test.each([
  ['small', base],
  ['as long as the modulus', new Integer('e1'.repeat(32), 16)],
  ['longer than the modulus', new Integer('e1'.repeat(48), 16)],
  ['negative', base.subtract(prime)],
])('a base that is %s has the power that Amplify finds', (_kind, of) => {
  const power = powerOf(Integer.prototype.modPow, of)

  expect(Integer.prototype.modPow).not.toBe(amplifysModPow)
  expect(power).toMatch(/^[\da-f]{60,64}$/)
  expect(power).toBe(powerOf(amplifysModPow, of))
})
