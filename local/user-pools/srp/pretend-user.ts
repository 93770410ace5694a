import { toHex } from '../../core/encoding/hex.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { installationKey } from '../installation-key.ts'
import type { PasswordVerifier } from '../model.ts'
import { randomSub } from '../users/username.ts'
import { foldCase } from '../users/users.ts'
import { N } from './group.ts'

const encoder = new TextEncoder()
const subForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// Any group element will do: what is made of it is blinded by g^b, and no proof against it counts.
const pretendVerifierHex = (N / 3n).toString(16)

/**
 * What a sign-in shows for someone who is not there: always the same for a name, in the form that
 * real users of the pool have, and nothing that can be computed without this installation's secret.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export async function pretendUser(
  ctx: Pick<OperationContext, 'crypto' | 'random' | 'store'>,
  pool: UserPoolConfig,
  typed: string,
): Promise<{ username: string; password: PasswordVerifier }> {
  const username = await pretendUsername(ctx, pool, foldCase(pool, typed))
  const salt = (await mark(ctx, 'pretend-salt', pool.id, username)).subarray(0, 16)
  return { username, password: { saltHex: toHex(salt), verifierHex: pretendVerifierHex } }
}

/** Where an address signs in, the username is a `sub`; elsewhere it is what was typed. */
async function pretendUsername(
  ctx: Pick<OperationContext, 'crypto' | 'random' | 'store'>,
  pool: UserPoolConfig,
  name: string,
): Promise<string> {
  if (pool.usernameAttributes.length === 0 || subForm.test(name)) return name
  const bytes = await mark(ctx, 'pretend-username', pool.id, name)
  return randomSub({ bytes: (length) => bytes.slice(0, length) })
}

async function mark(
  ctx: Pick<OperationContext, 'crypto' | 'random' | 'store'>,
  purpose: string,
  poolId: string,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await installationKey(ctx, purpose)
  return ctx.crypto.hmacSha256(key, encoder.encode(`${poolId}/${name}`))
}
