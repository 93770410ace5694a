import { createHash, createHmac, randomBytes } from 'node:crypto'
import { getDiffieHellman } from 'node:crypto'

// An SRP client that shares no code with local/: RFC 3526's group from Node, BigInt for the rest.
const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`)
const g = 2n
const k = hashOf(pad(N), pad(g))

/** What PASSWORD_VERIFIER comes with. */
export interface SrpChallenge {
  SALT: string
  SRP_B: string
  SECRET_BLOCK: string
  USER_ID_FOR_SRP: string
}

export interface SrpClient {
  SRP_A: string
  /** The ChallengeResponses of PASSWORD_VERIFIER. */
  answer(challenge: SrpChallenge, password: string, at?: Date): Record<string, string>
}

/** @param a the secret exponent; random unless a test wants a certain SRP_A. */
export function createSrpClient(
  poolId: string,
  a = BigInt(`0x${randomBytes(32).toString('hex')}`),
): SrpClient {
  const A = power(g, a)
  const poolName = poolId.slice(poolId.indexOf('_') + 1)
  return {
    SRP_A: A.toString(16),
    answer(challenge, password, at = new Date()) {
      const { SALT, SRP_B, SECRET_BLOCK, USER_ID_FOR_SRP } = challenge
      const B = BigInt(`0x${SRP_B}`)
      const u = hashOf(pad(A), pad(B))
      const identity = `${poolName}${USER_ID_FOR_SRP}:${password}`
      const x = hashOf(pad(BigInt(`0x${SALT}`)), createHash('sha256').update(identity).digest())
      const S = power((((B - k * power(g, x)) % N) + N) % N, a + u * x)
      const prk = createHmac('sha256', pad(u)).update(pad(S)).digest()
      const key = createHmac('sha256', prk)
        .update('Caldera Derived Key\u0001')
        .digest()
        .subarray(0, 16)
      const TIMESTAMP = timestampOf(at)
      const signature = createHmac('sha256', key)
        .update(poolName + USER_ID_FOR_SRP)
        .update(Buffer.from(SECRET_BLOCK, 'base64'))
        .update(TIMESTAMP)
        .digest('base64')
      return {
        USERNAME: USER_ID_FOR_SRP,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signature,
        TIMESTAMP,
      }
    },
  }
}

/** What a device hands to ConfirmDevice of the secret that it keeps. */
export function deviceVerifier(groupKey: string, deviceKey: string, secret: string) {
  const salt = randomBytes(16)
  const identity = createHash('sha256').update(`${groupKey}${deviceKey}:${secret}`).digest()
  const x = hashOf(pad(BigInt(`0x${salt.toString('hex')}`)), identity)
  return {
    Salt: salt.toString('base64'),
    PasswordVerifier: pad(power(g, x)).toString('base64'),
  }
}

/** `Tue Aug 4 09:05:07 UTC 2026`. */
export function timestampOf(at: Date): string {
  const [weekday = '', day, month, year, time] = at.toUTCString().replace(',', '').split(' ')
  return `${weekday} ${month ?? ''} ${Number(day)} ${time ?? ''} UTC ${year ?? ''}`
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base % N
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N
    square = (square * square) % N
  }
  return result
}

function hashOf(...parts: Uint8Array[]): bigint {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return BigInt(`0x${hash.digest('hex')}`)
}

function pad(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(Number.parseInt(even.slice(0, 2), 16) >= 0x80 ? `00${even}` : even, 'hex')
}
