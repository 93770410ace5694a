import { expect, test } from 'vitest'
import { migrateInto } from '../../../local/core/store/migration.ts'
import { createMemoryStore } from '../../../local/core/store/memory-store.ts'
import { migrations } from '../../../local/migrations.ts'

const identityPoolId = 'us-east-1:11111111-1111-4111-8111-111111111111'
const at = (host: string) => `${host}/us-east-1_AbCdEfGhI`
const kept = at('cognito-idp.us-east-1.amazonaws.com')

function identity(id: string, createdAtMs: number, providerName: string) {
  return { id, poolId: identityPoolId, createdAtMs, logins: [{ providerName, subject: 'ada' }] }
}

test.each([
  ['the first of two ports', 1, 2, 'older'],
  ['the second', 2, 1, 'younger'],
])('whoever came at two ports has the older identity: %s', (_case, first, second, expected) => {
  const store = createMemoryStore()
  const identities = store.table('identity-pools/identities')
  const logins = store.table('identity-pools/logins')
  const hosts = ['localhost:9229', 'localhost:9329'].map(at)
  const ids = ['older', 'younger']
  ids.forEach((id, index) => {
    const providerName = hosts[index] ?? ''
    identities.set(id, identity(id, [first, second][index] ?? 0, providerName))
    logins.set(`${identityPoolId}\n${providerName}\nada`, id)
  })

  for (const table of ['identity-pools/identities', 'identity-pools/logins']) {
    for (const [key] of [...store.table(table).entries()]) {
      migrateInto(store, migrations, table, { key, shape: 1 })
    }
  }

  expect([...logins.entries()]).toStrictEqual([[`${identityPoolId}\n${kept}\nada`, expected]])
  expect(identities.get(expected)).toMatchObject({ logins: [{ providerName: kept }] })
})

test('names of other providers stay as they are', () => {
  const store = createMemoryStore()
  const identities = store.table('identity-pools/identities')
  const row = identity('one', 1, 'accounts.google.com')
  identities.set('one', row)
  migrateInto(store, migrations, 'identity-pools/identities', { key: 'one', shape: 1 })

  expect(identities.get('one')).toStrictEqual(row)
})
