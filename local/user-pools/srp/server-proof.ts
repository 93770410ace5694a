import type { Crypto } from '../../core/ports/crypto.ts'
import { bigintOf, concat, g, k, N, pad } from './group.ts'

const encoder = new TextEncoder()
const derivedKeyInfo = encoder.encode('Caldera Derived Key\u0001')

/** B = k·v + g^b: the server's public number. */
export async function publicNumber(crypto: Crypto, v: bigint, b: bigint): Promise<bigint> {
  return (k * v + (await crypto.modPow(g, b, N))) % N
}

/** u = H(pad(A) ‖ pad(B)). */
export async function scrambler(crypto: Crypto, A: bigint, B: bigint): Promise<bigint> {
  return bigintOf(await crypto.sha256(concat(pad(A), pad(B))))
}

/** HKDF-SHA256 (RFC 5869), 16 bytes, of S = (A·v^u)^b with salt u. */
export async function sessionKey(
  crypto: Crypto,
  { A, u, v, b }: { A: bigint; u: bigint; v: bigint; b: bigint },
): Promise<Uint8Array> {
  const S = await crypto.modPow(A * (await crypto.modPow(v, u, N)), b, N)
  const pseudoRandomKey = await crypto.hmacSha256(pad(u), pad(S))
  return (await crypto.hmacSha256(pseudoRandomKey, derivedKeyInfo)).subarray(0, 16)
}

/** The bytes of PASSWORD_CLAIM_SIGNATURE that the right password leads to. */
export function claimSignature(
  crypto: Crypto,
  key: Uint8Array,
  claim: { poolName: string; username: string; secretBlock: Uint8Array; timestamp: string },
): Promise<Uint8Array> {
  const names = encoder.encode(claim.poolName + claim.username)
  return crypto.hmacSha256(key, concat(names, claim.secretBlock, encoder.encode(claim.timestamp)))
}
