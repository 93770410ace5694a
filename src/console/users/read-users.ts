import type { ConsoleClient } from '../client/console-client.ts'
import type { ListedUser } from './pool-user.ts'

/** What Cognito finds users by the beginning of. */
export const searchable = ['email', 'username', 'phone_number', 'name', 'sub'] as const

export interface UserSearch {
  pool: string
  by: (typeof searchable)[number]
  /** Empty for all. */
  prefix: string
  /** Cognito's token of a page. */
  after: string | undefined
}

const atOnce = 25

interface Answer {
  Users: ListedUser[]
  PaginationToken?: string
}

/** One page: of a hundred thousand users nobody sees more at once. */
export async function readUsers(client: ConsoleClient, search: UserSearch) {
  const { pool, by, prefix, after } = search
  const wanted = prefix.trim().replace(/["\\]/g, String.raw`\$&`)
  const { Users, PaginationToken } = await client.call<Answer>('ListUsers', {
    UserPoolId: pool,
    Limit: atOnce,
    ...(wanted !== '' && { Filter: `${by} ^= "${wanted}"` }),
    ...(after !== undefined && { PaginationToken: after }),
  })
  return { users: Users, next: PaginationToken }
}
