import type { CodeTarget } from '../codes/codes.ts'
import type { AppClientConfig, UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import { isEmail, isPhoneNumber } from '../attributes/rules.ts'
import type { UserRecord } from '../model.ts'
import { foldCase } from './users.ts'

/**
 * What an unauthenticated call answers for a user who is not there: the truth, or `pretence` where
 * the app client prevents user-existence errors.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export function unknownUser(client: AppClientConfig, pretence: UserPoolError): UserPoolError {
  return client.preventUserExistenceErrors ? pretence : userNotFound()
}

export function userNotFound(): UserPoolError {
  return new UserPoolError('UserNotFoundException', 'Username/client id combination not found.')
}

/** Limits count by it: those who are not there reach them just as those who are. */
export function limitKey(
  pool: UserPoolConfig,
  user: UserRecord | undefined,
  username: string,
): string {
  return user?.sub ?? `?${foldCase(pool, username)}`
}

/**
 * Where the code for a user who is not there pretends to go: to what was typed if it is an address
 * or number, else to an address that is always the same for the name. It is keyed by the pool's
 * secret, so that nobody can compute it and tell.
 */
export async function pretendTarget(
  ctx: OperationContext,
  pool: UserPoolConfig,
  username: string,
): Promise<CodeTarget> {
  if (isEmail(username)) return { attribute: 'email', destination: username }
  if (isPhoneNumber(username)) return { attribute: 'phone_number', destination: username }
  const hash = await ctx.codes.prove(pool.id, 'FORGOT_PASSWORD', foldCase(pool, username))
  return { attribute: 'email', destination: `${letterAt(hash, 0)}@${letterAt(hash, 4)}` }
}

function letterAt(hex: string, offset: number): string {
  return String.fromCharCode(97 + (Number.parseInt(hex.slice(offset, offset + 4), 16) % 26))
}
