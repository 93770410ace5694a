import type { ListUsersRequest } from '@aws-sdk/client-cognito-identity-provider'
import { parseBase64, toBase64Url } from '../../../core/encoding/base64.ts'
import { allAttributes, describeUser } from '../../admin/describe-user.ts'
import { parseUserFilter } from '../../admin/user-filter.ts'
import { findSchema, invalidParameter } from '../../attributes/rules.ts'
import type { UserPoolConfig } from '../../config.ts'
import { requirePool, type OperationContext } from '../../context.ts'
import type { UserRecord } from '../../model.ts'
import type { With } from '../../operation.ts'

type Input = With<ListUsersRequest, 'UserPoolId'>

const mostAtOnce = 60

/**
 * ListUsers: the pool's users that pass the filter, a page at a time.
 *
 * @returns `PaginationToken` only when there are more.
 * @throws ResourceNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
 */
export function listUsers(input: Input, ctx: OperationContext): Promise<object> {
  const pool = requirePool(ctx, input.UserPoolId)
  const passes = parseUserFilter(pool, input.Filter ?? '')
  const attributes = parseAttributesToGet(pool, input.AttributesToGet)
  const after = input.PaginationToken && parseToken(input.PaginationToken)
  const limit = input.Limit || mostAtOnce

  const page: UserRecord[] = []
  for (const user of ctx.users.list(pool, after)) {
    if (!passes(user)) continue
    if (page.length === limit) {
      return Promise.resolve({ ...answer(page, attributes), PaginationToken: tokenAfter(page) })
    }
    page.push(user)
  }
  return Promise.resolve(answer(page, attributes))
}

function answer(page: readonly UserRecord[], wanted: ReadonlySet<string> | undefined) {
  return {
    Users: page.map((user) => ({
      ...describeUser(user),
      Attributes: allAttributes(user).filter(({ Name = '' }) => wanted?.has(Name) ?? true),
    })),
  }
}

/** None asked for is all. */
function parseAttributesToGet(
  pool: UserPoolConfig,
  names: readonly string[] = [],
): ReadonlySet<string> | undefined {
  if (names.some((name) => name !== 'identities' && !findSchema(pool, name))) {
    throw invalidParameter('One or more requested attributes do not exist.')
  }
  return names.length === 0 ? undefined : new Set(names)
}

/** Opaque to the client: the username that the page ended with. */
function tokenAfter(page: readonly UserRecord[]): string {
  return toBase64Url(new TextEncoder().encode(page.at(-1)?.username))
}

function parseToken(token: string): string {
  const bytes = parseBase64(token)
  const username = bytes && new TextDecoder().decode(bytes)
  if (!username || username.length > 128) throw invalidParameter('Invalid pagination token.')
  return username
}
