import { createDiffieHellman } from 'node:crypto'
import { windowedModPow } from '../core/crypto/mod-pow.ts'

const checksPrimes = Number.parseInt(process.versions.node, 10) > 22

/**
 * base^exponent mod modulus. Node has no modular power, but a Diffie-Hellman secret is one: for
 * 3072 bits OpenSSL computes it in a fifth of BigInt's time.
 *
 * OpenSSL refuses a peer's public key outside 2 … modulus − 2 (NIST SP 800-56A, 5.6.2.3), moduli
 * under 512 bits and over 10,000, even moduli and, as a private key, zero: BigInt answers those. It
 * answers all on newer Nodes, which look for themselves whether each modulus is a safe prime: nearly
 * two seconds for 3072 bits (seen with 24.21 and 26.10, not with 20.20 and 22.23).
 */
export function opensslModPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const reduced = ((base % modulus) + modulus) % modulus
  if (!opensslTakes(reduced, exponent, modulus)) return windowedModPow(reduced, exponent, modulus)

  const exchange = createDiffieHellman(bytesOf(modulus), 2)
  exchange.setPrivateKey(bytesOf(exponent))
  return bigintOf(exchange.computeSecret(bytesOf(reduced)))
}

function opensslTakes(reduced: bigint, exponent: bigint, modulus: bigint): boolean {
  if (checksPrimes) return false
  if (modulus < 1n << 511n || modulus >= 1n << 10_000n || modulus % 2n === 0n) return false
  return reduced > 1n && reduced < modulus - 1n && exponent > 0n && exponent < modulus
}

function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}

function bigintOf(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`)
}
