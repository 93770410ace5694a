import type { Store } from '../../core/store/store.ts'
import type { UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'
import type { AliasAttribute, UserRecord } from '../model.ts'

/**
 * The users of every pool. Each call reads or writes a fixed number of entries, however many users
 * there are. Check and write inside one `store.transaction` with no `await` between.
 */
export interface Users {
  /** By username, sub or an alias that may sign in now. */
  find(pool: UserPoolConfig, username: string): UserRecord | undefined
  /** Who signs in with this value of this attribute. */
  findByAlias(
    pool: UserPoolConfig,
    attribute: AliasAttribute,
    value: string,
  ): UserRecord | undefined
  findBySub(pool: UserPoolConfig, sub: string): UserRecord | undefined
  /** Whose identity at a provider it is, be it the first one or linked. */
  findByIdentity(pool: UserPoolConfig, providerName: string, userId: string): UserRecord | undefined
  /** In the order of their usernames, from the one after `username` on, which need not exist. */
  list(pool: UserPoolConfig, afterUsername?: string): Iterable<UserRecord>
  /** @throws UsernameExistsException when the username, an identity or an alias is taken. */
  add(pool: UserPoolConfig, user: UserRecord): UserRecord
  /** @throws AliasExistsException when an alias or an identity is someone else's. */
  update(pool: UserPoolConfig, user: UserRecord): UserRecord
  remove(pool: UserPoolConfig, user: UserRecord): void
}

/** A row for each person. */
export const usersTable = 'user-pools/users'

const aliasAttributes: readonly AliasAttribute[] = ['email', 'phone_number', 'preferred_username']

export function createUsers(store: Store): Users {
  const users = store.table<UserRecord>(usersTable)
  /**
   * `<pool>/<attribute>/<folded value>`, `<pool>/sub/<sub>` and `<pool>/identity/<provider>/<id>` →
   * key in `users`.
   */
  const index = store.table<string>('user-pools/user-index')

  const findIndexed = (key: string | undefined): UserRecord | undefined => {
    const userKey = key === undefined ? undefined : index.get(key)
    return userKey === undefined ? undefined : users.get(userKey)
  }

  const findBySub: Users['findBySub'] = (pool, sub) => findIndexed(`${pool.id}/sub/${sub}`)

  const claims = (pool: UserPoolConfig, user: UserRecord): string[] => [
    ...user.aliases.flatMap((attribute) => {
      const value = user.attributes[attribute]
      const key = value === undefined ? undefined : aliasKey(pool, attribute, value)
      return key === undefined ? [] : [key]
    }),
    ...(user.identities ?? []).map(({ providerName, userId }) =>
      identityKey(pool, providerName, userId),
    ),
  ]

  return {
    find(pool, username) {
      if (!isKeyable(username)) return undefined
      const direct = users.get(userKeyOf(pool, username)) ?? findBySub(pool, username)
      if (direct) return direct
      for (const attribute of aliasAttributes) {
        const user = findIndexed(aliasKey(pool, attribute, username))
        if (user) return user
      }
      return undefined
    },

    findByAlias: (pool, attribute, value) => findIndexed(aliasKey(pool, attribute, value)),

    findBySub,

    findByIdentity: (pool, providerName, userId) =>
      isKeyable(userId) ? findIndexed(identityKey(pool, providerName, userId)) : undefined,

    *list(pool, afterUsername) {
      const after = afterUsername === undefined ? {} : { after: userKeyOf(pool, afterUsername) }
      for (const [, user] of users.entries({ prefix: `${pool.id}/`, ...after })) yield user
    },

    add(pool, user) {
      const userKey = userKeyOf(pool, user.username)
      const keys = claims(pool, user)
      if (users.get(userKey) || keys.some((key) => index.get(key) !== undefined)) {
        throw new UserPoolError('UsernameExistsException', 'User already exists')
      }

      users.set(userKey, user)
      index.set(`${pool.id}/sub/${user.sub}`, userKey)
      for (const key of keys) index.set(key, userKey)
      return user
    },

    update(pool, user) {
      const userKey = userKeyOf(pool, user.username)
      const keys = new Set(claims(pool, user))
      for (const key of keys) {
        if ((index.get(key) ?? userKey) !== userKey) {
          throw new UserPoolError(
            'AliasExistsException',
            'User account already exists for the alias.',
          )
        }
      }

      const before = users.get(userKey)
      for (const key of before ? claims(pool, before) : []) {
        if (!keys.has(key)) index.delete(key)
      }
      users.set(userKey, user)
      for (const key of keys) index.set(key, userKey)
      return user
    },

    remove(pool, user) {
      const userKey = userKeyOf(pool, user.username)
      const before = users.get(userKey) ?? user
      for (const key of claims(pool, before)) index.delete(key)
      index.delete(`${pool.id}/sub/${user.sub}`)
      users.delete(userKey)
    },
  }
}

/**
 * A user as of now, for an operation that awaited anything since it found them, be it only the
 * check of their token: another request may have run in between.
 *
 * @throws UserNotFoundException when they were deleted meanwhile.
 */
export function requireCurrent(users: Users, pool: UserPoolConfig, user: UserRecord): UserRecord {
  const current = users.findBySub(pool, user.sub)
  if (!current) throw new UserPoolError('UserNotFoundException', 'User does not exist.')
  return current
}

/** As the pool compares usernames and aliases: case counts only where `CaseSensitive` is on. */
export function foldCase(pool: UserPoolConfig, name: string): string {
  return pool.caseSensitive ? name : name.toLowerCase()
}

function userKeyOf(pool: UserPoolConfig, username: string): string {
  return `${pool.id}/${foldCase(pool, username)}`
}

/** Undefined for a value too long to sign in with (usernames have at most 128 characters). */
function aliasKey(pool: UserPoolConfig, attribute: string, value: string): string | undefined {
  return isKeyable(value) ? `${pool.id}/${attribute}/${foldCase(pool, value)}` : undefined
}

function identityKey(pool: UserPoolConfig, providerName: string, userId: string): string {
  // A name may have a slash in it, as an id may.
  return `${pool.id}/identity/${encodeURIComponent(providerName)}/${userId}`
}

/** Store keys hold 1,900 bytes; lower-casing can make a character longer, so this stays well below. */
function isKeyable(name: string): boolean {
  return name.length > 0 && name.length <= 320
}
