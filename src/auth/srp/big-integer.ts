import { modPow } from './mod-pow.ts'

type Callback = (error: Error | null, result: BigInteger | null) => void

/**
 * Amplify's `BigInteger` on native BigInt: what its SRP code calls, and nothing more. The build puts
 * this module where Amplify imports its own (`infra/build/srp-seam.ts`), as Amplify's React Native
 * build does with a module of its own.
 */
export default class BigInteger {
  static readonly ZERO = new BigInteger(0n)
  static readonly ONE = new BigInteger(1n)

  private readonly value: bigint

  /** @param source hexadecimal digits from Amplify, which uses no other radix. */
  constructor(source: string | bigint, _radix?: 16) {
    this.value = typeof source === 'bigint' ? source : BigInt(`0x${source}`)
  }

  add(other: BigInteger): BigInteger {
    return new BigInteger(this.value + other.value)
  }

  subtract(other: BigInteger): BigInteger {
    return new BigInteger(this.value - other.value)
  }

  multiply(other: BigInteger): BigInteger {
    return new BigInteger(this.value * other.value)
  }

  /** The least non-negative residue. */
  mod(modulus: BigInteger): BigInteger {
    return new BigInteger(((this.value % modulus.value) + modulus.value) % modulus.value)
  }

  modPow(exponent: BigInteger, modulus: BigInteger, callback: Callback): void {
    callback(null, new BigInteger(modPow(this.value, exponent.value, modulus.value)))
  }

  abs(): BigInteger {
    return this.value < 0n ? new BigInteger(-this.value) : this
  }

  equals(other: BigInteger): boolean {
    return this.value === other.value
  }

  /** Negative, zero or positive, as `this` is less than, equal to or greater than `other`. */
  compareTo(other: BigInteger): number {
    if (this.value === other.value) return 0
    return this.value < other.value ? -1 : 1
  }

  toString(radix: 16): string {
    return this.value.toString(radix)
  }
}
