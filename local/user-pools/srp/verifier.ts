import type { Crypto } from '../../core/ports/crypto.ts'
import { toHex } from '../../core/encoding/hex.ts'
import type { Random } from '../../core/ports/random.ts'
import type { PasswordVerifier } from '../model.ts'
import { bigintOf, concat, g, N, pad } from './group.ts'

/** Whose password it is: SRP hashes both names with it, so a verifier fits one user of one pool. */
export interface PasswordOwner {
  /** `<region>_<name>`. */
  poolId: string
  /** USER_ID_FOR_SRP: the internal username, never an alias. */
  username: string
}

const encoder = new TextEncoder()

/** A verifier for `password` (clear text; nothing keeps it) with a fresh salt. */
export async function createVerifier(
  { crypto, random }: { crypto: Crypto; random: Random },
  owner: PasswordOwner,
  password: string,
): Promise<PasswordVerifier> {
  const saltHex = toHex(random.bytes(16))
  const verifier = await verifierOf(crypto, owner, saltHex, password)
  return { saltHex, verifierHex: verifier.toString(16) }
}

/** Whether `password` is the one that `stored` was made from. The cost does not tell. */
export async function checkPassword(
  crypto: Crypto,
  owner: PasswordOwner,
  stored: PasswordVerifier,
  password: string,
): Promise<boolean> {
  const given = await verifierOf(crypto, owner, stored.saltHex, password)
  return crypto.equal(pad(given), pad(BigInt(`0x${stored.verifierHex}`)))
}

async function verifierOf(
  crypto: Crypto,
  owner: PasswordOwner,
  saltHex: string,
  password: string,
): Promise<bigint> {
  return crypto.modPow(g, await privateKeyOf(crypto, owner, saltHex, password), N)
}

/** x = H(pad(salt) ‖ H(pool name ‖ username ‖ ":" ‖ password)): the salt is read as a number. */
async function privateKeyOf(
  crypto: Crypto,
  owner: PasswordOwner,
  saltHex: string,
  password: string,
): Promise<bigint> {
  const identity = `${poolNameOf(owner.poolId)}${owner.username}:${password}`
  const inner = await crypto.sha256(encoder.encode(identity))
  return bigintOf(await crypto.sha256(concat(pad(BigInt(`0x${saltHex}`)), inner)))
}

/** The part of a pool id that SRP hashes: what follows the region. */
export function poolNameOf(poolId: string): string {
  return poolId.slice(poolId.indexOf('_') + 1)
}
