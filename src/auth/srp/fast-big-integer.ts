import { modPow } from './mod-pow.ts'

/** What this needs of Amplify's own class; it is not exported by the library. */
interface AmplifyBigInteger {
  toString(radix: number): string
  modPow: (
    this: AmplifyBigInteger,
    exponent: AmplifyBigInteger,
    modulus: AmplifyBigInteger,
    callback: (error: Error | null, result: AmplifyBigInteger | null) => void,
  ) => void
}

interface AmplifyBigIntegerClass {
  new (text: string, radix: number): AmplifyBigInteger
  prototype: AmplifyBigInteger
}

/**
 * Gives Amplify's `BigInteger` a `modPow` on native BigInt: the one function that Amplify's own
 * React Native build replaces too. The build puts it in (`infra/build/srp-seam.ts`).
 */
export function useNativeModPow(bigInteger: unknown): void {
  const BigInteger = bigInteger as AmplifyBigIntegerClass
  BigInteger.prototype.modPow = function nativeModPow(exponent, modulus, callback) {
    const result = modPow(parseHex(this), parseHex(exponent), parseHex(modulus))
    callback(null, new BigInteger(result.toString(16), 16))
  }
}

function parseHex(value: AmplifyBigInteger): bigint {
  const hex = value.toString(16)
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`)
}
