import type { PasswordHashingAlgorithmType } from '@aws-sdk/client-cognito-identity-provider'
import { argon2idAsync } from '@noble/hashes/argon2.js'
import { pbkdf2Async } from '@noble/hashes/pbkdf2.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { sha256 } from '@noble/hashes/sha2.js'
import bcrypt from 'bcryptjs'
import { parseBase64 } from '../../core/encoding/base64.ts'
import { parseHex } from '../../core/encoding/hex.ts'
import type { Crypto } from '../../core/ports/crypto.ts'
import type { ImportedHash } from '../model.ts'

/** How hashes of one algorithm are written, how costly they may be, and how a password is proved. */
interface Algorithm {
  form: RegExp
  /** Of the groups of `form`, those that are numbers, with the most that Cognito takes. */
  bounds: Readonly<Record<string, number>>
  prove: (
    password: string,
    parts: Readonly<Record<string, string>>,
    crypto: Crypto,
  ) => Promise<boolean>
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool.html#cognito-user-pools-import-password-hash */
const algorithms: Readonly<Record<PasswordHashingAlgorithmType, Algorithm>> = {
  BCRYPT: {
    form: /^\$2(?<revision>[abxy])\$(?<cost>\d\d)\$(?<rest>[./A-Za-z0-9]{53})$/,
    bounds: { cost: 12 },
    // One algorithm under four names, where a password is ASCII; `x` differs in others.
    prove: (password, { cost, rest }) =>
      bcrypt.compare(password, `$2b$${cost ?? ''}$${rest ?? ''}`),
  },
  SCRYPT: {
    form: /^(?<N>\d{1,10})\$(?<r>\d{1,3})\$(?<p>\d{1,3})\$(?<salt>(?:[0-9a-fA-F]{2})+)\$(?<hash>(?:[0-9a-fA-F]{2})+)$/,
    bounds: { N: 65_536, r: 8, p: 1 },
    async prove(password, { N, r, p, salt = '', hash = '' }, crypto) {
      const expected = parseHex(hash.toLowerCase())
      const dkLen = expected.length
      const cost = { N: Number(N), r: Number(r), p: Number(p), dkLen }
      return crypto.equal(await scryptAsync(password, parseHex(salt.toLowerCase()), cost), expected)
    },
  },
  ARGON2ID: {
    form: /^\$argon2id\$v=(?<v>16|19)\$m=(?<m>\d{1,10}),t=(?<t>\d{1,3}),p=(?<p>\d{1,3})\$(?<salt>[A-Za-z0-9+/]{11,})\$(?<hash>[A-Za-z0-9+/]{6,})$/,
    bounds: { m: 19_456, t: 2, p: 1 },
    async prove(password, { v, m, t, p, salt, hash }, crypto) {
      const expected = bytesOf(hash)
      const cost = { version: Number(v), m: Number(m), t: Number(t), p: Number(p) }
      const dkLen = expected.length
      return crypto.equal(
        await argon2idAsync(password, bytesOf(salt), { ...cost, dkLen }),
        expected,
      )
    },
  },
  PBKDF2_SHA256: {
    form: /^\$pbkdf2-sha256\$(?<iterations>\d{1,10})\$(?<salt>[A-Za-z0-9+/.]+)\$(?<hash>[A-Za-z0-9+/.]+)$/,
    bounds: { iterations: 600_000 },
    async prove(password, { iterations, salt, hash }, crypto) {
      const expected = bytesOf(hash)
      const cost = { c: Number(iterations), dkLen: expected.length }
      return crypto.equal(await pbkdf2Async(sha256, password, bytesOf(salt), cost), expected)
    },
  },
}

/** What is wrong with a hash; undefined when a password can be proved by it. Nothing of it is said. */
export function hashFault({ algorithm, hash }: ImportedHash): string | undefined {
  const parts = algorithms[algorithm].form.exec(hash)?.groups
  if (!parts) return `The password hash is not one of ${algorithm}.`
  for (const [name, most] of Object.entries(algorithms[algorithm].bounds)) {
    const value = Number(parts[name])
    if (value > most) return `The password hash exceeds the maximum of ${name}, which is ${most}.`
    if (value < leastOf(name)) return `The password hash is not one of ${algorithm}.`
  }
  // RFC 7914, section 2, and RFC 9106, section 3.1.
  const isPossible =
    algorithm === 'SCRYPT'
      ? Number.isInteger(Math.log2(Number(parts['N'])))
      : algorithm !== 'ARGON2ID' || Number(parts['m']) >= 8 * Number(parts['p'])
  return isPossible ? undefined : `The password hash is not one of ${algorithm}.`
}

export async function isPasswordOf(
  { algorithm, hash }: ImportedHash,
  password: string,
  crypto: Crypto,
): Promise<boolean> {
  const { form, prove } = algorithms[algorithm]
  const parts = form.exec(hash)?.groups
  return parts !== undefined && prove(password, parts, crypto)
}

function leastOf(name: string): number {
  return name === 'cost' ? 4 : name === 'N' ? 2 : 1
}

/** Unpadded; the encoding of passlib has a full stop for the plus. */
function bytesOf(text = ''): Uint8Array {
  return parseBase64(text.replaceAll('.', '+')) ?? new Uint8Array()
}
