import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { modPow } from '../../../src/auth/srp/mod-pow.ts'

export interface AmplifysInteger {
  toString(radix: 16): string
  subtract(other: AmplifysInteger): AmplifysInteger
  modPow: (
    this: AmplifysInteger,
    exponent: AmplifysInteger,
    modulus: AmplifysInteger,
    callback: (error: Error | null, result: AmplifysInteger) => void,
  ) => void
}

/**
 * The app's arithmetic inside Amplify's SRP, as the build puts it there: Amplify's own takes most of a
 * second of processor time for each sign-in. The tests of Amplify alone keep Amplify's.
 */
const { resolve } = createRequire(join(process.cwd(), 'node_modules/aws-amplify/package.json'))
const file = join(
  dirname(resolve('@aws-amplify/auth/package.json')),
  'dist/esm/providers/cognito/utils/srp/BigInteger/BigInteger.mjs',
)
const amplify = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
  default: { new (hex: string, radix: 16): AmplifysInteger; prototype: AmplifysInteger }
}

export const { default: Integer } = amplify

/** As Amplify ships it. */
export const amplifysModPow = Integer.prototype.modPow

Integer.prototype.modPow = function (exponent, modulus, callback) {
  const [base, power, modulo] = [toBigInt(this), toBigInt(exponent), toBigInt(modulus)]
  callback(null, new Integer(modPow(base, power, modulo).toString(16), 16))
}

function toBigInt(integer: AmplifysInteger): bigint {
  const hex = integer.toString(16)
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`)
}
