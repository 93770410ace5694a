import { expect, test } from 'vitest'
import type { AliasAttribute, UserRecord } from '../../../../../local/user-pools/model.ts'
import { createUsers } from '../../../../../local/user-pools/users/users.ts'
import { createDice } from '../../../../support/core/random-json.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'
import { plainPool } from '../../../../support/user-pools/user-pool-config.ts'

const pool = plainPool({ aliasAttributes: ['email', 'phone_number', 'preferred_username'] })

function userNamed(username: string, change: Partial<UserRecord> = {}): UserRecord {
  return {
    poolId: pool.id,
    username,
    sub: `sub-of-${username}`,
    attributes: {},
    aliases: [],
    status: 'CONFIRMED',
    enabled: true,
    createdAtMs: 0,
    updatedAtMs: 0,
    ...change,
  }
}

test('a user is found by username, sub and alias, whatever the case', () => {
  const users = createUsers(createTestRuntime().store)
  users.add(pool, userNamed('ada', { attributes: { email: 'A@b.co' }, aliases: ['email'] }))

  for (const name of ['ada', 'ADA', 'sub-of-ada', 'a@B.co']) {
    expect(users.find(pool, name)?.username).toBe('ada')
  }
  expect(users.find(pool, 'a@b.com')).toBeUndefined()
  expect(users.findByAlias(pool, 'phone_number', 'A@b.co')).toBeUndefined()
})

test('case counts where the pool says so', () => {
  const strict = { ...pool, caseSensitive: true }
  const users = createUsers(createTestRuntime().store)
  users.add(strict, userNamed('ada', { attributes: { email: 'A@b.co' }, aliases: ['email'] }))

  expect(users.find(strict, 'ADA')).toBeUndefined()
  expect(users.find(strict, 'a@b.co')).toBeUndefined()
  expect(users.find(strict, 'A@b.co')?.username).toBe('ada')
})

test('an attribute that is no alias finds nobody', () => {
  const users = createUsers(createTestRuntime().store)
  users.add(pool, userNamed('ada', { attributes: { email: 'a@b.co' } }))

  expect(users.find(pool, 'a@b.co')).toBeUndefined()
})

test('users of one pool are not those of another', () => {
  const users = createUsers(createTestRuntime().store)
  const other = { ...pool, id: 'us-east-1_Another01' }
  users.add(pool, userNamed('ada'))

  expect(users.find(other, 'ada')).toBeUndefined()
  users.add(other, userNamed('ada', { poolId: other.id }))
})

test('taken names and taken aliases are refused', () => {
  const users = createUsers(createTestRuntime().store)
  users.add(pool, userNamed('ada', { attributes: { email: 'a@b.co' }, aliases: ['email'] }))
  const bob = users.add(pool, userNamed('bob'))

  expect(() => users.add(pool, userNamed('ADA'))).toThrow('User already exists')
  const withTaken = { attributes: { email: 'A@B.co' }, aliases: ['email'] } as const
  expect(() => users.add(pool, userNamed('eve', withTaken))).toThrow('User already exists')
  expect(() => users.update(pool, { ...bob, ...withTaken })).toThrow(
    'User account already exists for the alias.',
  )
})

test('names that no store key could hold are just not found', () => {
  const users = createUsers(createTestRuntime().store)

  for (const name of ['', 'x'.repeat(5000), '漢'.repeat(700), '\0', '/', '../..', '__proto__']) {
    expect(users.find(pool, name)).toBeUndefined()
  }
})

test.for([1, 2, 3, 4, 5])(
  'after any changes the index holds just what the users claim (%i)',
  (seed) => {
    const { store } = createTestRuntime()
    const users = createUsers(store)
    const dice = createDice(seed)
    const one = <Item>(items: readonly Item[]): Item => items[Math.floor(dice() * items.length)]!
    const names = ['ada', 'bob', 'carol', 'dave']
    const emails = ['a@x.co', 'A@x.co', 'b@x.co', 'c@x.co']
    const kinds: AliasAttribute[] = ['email', 'phone_number', 'preferred_username']

    for (let round = 0; round < 500; round += 1) {
      const username = one(names)
      const attributes: Record<string, string> = {}
      if (dice() < 0.7) attributes['email'] = one(emails)
      if (dice() < 0.5) attributes['phone_number'] = one(['+15550000001', '+15550000002'])
      if (dice() < 0.5) attributes['preferred_username'] = one(['countess', 'Countess', 'x'])
      const aliases = kinds.filter(() => dice() < 0.5)
      const user = userNamed(username, { attributes, aliases })
      const known = users.find(pool, username)
      try {
        if (!known) users.add(pool, user)
        else if (dice() < 0.3) users.remove(pool, known)
        else users.update(pool, user)
      } catch {
        // Refused, so nothing may have changed: the claims below tell.
      }

      const stored = [...store.table<UserRecord>('user-pools/users').entries()]
      const claims = stored.flatMap(([key, record]) => [
        [`${pool.id}/sub/${record.sub}`, key],
        ...record.aliases
          .filter((alias) => record.attributes[alias] !== undefined)
          .map((alias) => [`${pool.id}/${alias}/${record.attributes[alias]!.toLowerCase()}`, key]),
      ])
      const index = [...store.table<string>('user-pools/user-index').entries()]
      expect(index.toSorted()).toEqual(claims.toSorted())
    }
  },
)
