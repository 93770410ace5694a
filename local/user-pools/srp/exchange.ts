import { parseBase64 } from '../../core/encoding/base64.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { PasswordVerifier } from '../model.ts'
import { N } from './group.ts'
import {
  openSecretBlock,
  sealSecretBlock,
  secretExponent,
  spendSecretBlock,
} from './secret-block.ts'
import { claimSignature, publicNumber, scrambler, sessionKey } from './server-proof.ts'
import { formatTimestamp, isFresh } from './timestamp.ts'
import { poolNameOf } from './verifier.ts'

/** Who proves a password to whom. */
export interface SrpParties extends ClientOfPool {
  /** USER_ID_FOR_SRP. */
  username: string
  password: PasswordVerifier
  /** What is hashed for the pool's name; undefined for that name. */
  poolName?: string
}

/** The answer to PASSWORD_VERIFIER. */
export interface SrpClaim {
  secretBlock: string
  signature: string
  timestampMs: number
}

/**
 * Differs from AWS: A ≡ 0 (mod N), with which anyone could compute the session key, is refused at
 * once (RFC 5054, section 2.5.4). Cognito issues a challenge.
 *
 * @param text hexadecimal, also of odd length.
 * @throws InvalidParameterException
 */
export function parseSrpA(text: string): bigint {
  const A = /^[0-9a-f]{1,1024}$/i.test(text) ? BigInt(`0x${text}`) : 0n
  if (A <= 0n || A >= N) throw new UserPoolError('InvalidParameterException', 'Invalid SRP_A')
  return A
}

/** The server's half: ChallengeParameters of PASSWORD_VERIFIER. Nothing is stored for it. */
export async function beginSrp(
  ctx: OperationContext,
  { pool, client, username, password }: SrpParties,
  A: bigint,
): Promise<Record<string, string>> {
  const nonce = ctx.random.bytes(32)
  const b = await secretExponent(ctx, nonce)
  const B = await publicNumber(ctx.crypto, verifierOf(password), b)
  const u = await scrambler(ctx.crypto, A, B)
  const expiresAtMs = ctx.clock.now() + client.authSessionSeconds * 1000
  const owner = { poolId: pool.id, clientId: client.id, username }
  return {
    SALT: password.saltHex,
    SECRET_BLOCK: await sealSecretBlock(ctx, owner, { nonce, expiresAtMs, A, u }),
    SRP_B: B.toString(16),
    USERNAME: username,
    USER_ID_FOR_SRP: username,
  }
}

/**
 * Whether the proof is right. A block is good for one answer, right or wrong, and the work is the
 * same for every answer that gets as far as the proof.
 *
 * @throws NotAuthorizedException when the block has expired or was answered before.
 */
export async function checkSrpProof(
  ctx: OperationContext,
  { pool, client, username, password, poolName = poolNameOf(pool.id) }: SrpParties,
  { secretBlock, signature, timestampMs }: SrpClaim,
): Promise<boolean> {
  const owner = { poolId: pool.id, clientId: client.id, username }
  const state = await openSecretBlock(ctx, owner, secretBlock)
  if (!state || !isFresh(ctx.clock, timestampMs)) return false
  if (state.expiresAtMs <= ctx.clock.now()) throw invalidSession('session is expired')
  if (!spendSecretBlock(ctx, state)) throw invalidSession('session can only be used once')

  const b = await secretExponent(ctx, state.nonce)
  const { A, u } = state
  const key = await sessionKey(ctx.crypto, { A, u, v: verifierOf(password), b })
  const expected = await claimSignature(ctx.crypto, key, {
    poolName,
    username,
    secretBlock: state.bytes,
    timestamp: formatTimestamp(timestampMs),
  })
  return ctx.crypto.equal(expected, parseBase64(signature) ?? new Uint8Array())
}

function verifierOf({ verifierHex }: PasswordVerifier): bigint {
  return BigInt(`0x${verifierHex}`)
}

function invalidSession(reason: string): UserPoolError {
  return new UserPoolError('NotAuthorizedException', `Invalid session for the user, ${reason}.`)
}
