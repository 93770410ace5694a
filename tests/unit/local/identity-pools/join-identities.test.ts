import { expect, test } from 'vitest'
import type { IdentityPoolError } from '../../../../local/identity-pools/errors.ts'
import { createIdentities } from '../../../../local/identity-pools/identities.ts'
import {
  identityOfLogins,
  identityWithLogins,
} from '../../../../local/identity-pools/join-identities.ts'
import { createTestRuntime } from '../../../support/core/test-runtime.ts'

const pool = { id: 'us-east-1:pool', region: 'us-east-1' }

/** The same numbers each run (Park and Miller's generator). */
function createNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

test('whatever people do, a login has one identity and an identity one person per provider', () => {
  const runtime = createTestRuntime()
  const identities = createIdentities(runtime)
  const number = createNumbers(7)
  const ids: string[] = []
  const all = ['a', 'b', 'c'].flatMap((providerName) =>
    ['1', '2', '3', '4'].map((subject) => ({ providerName, subject })),
  )
  const someLogins = () =>
    ['a', 'b', 'c'].flatMap((providerName) =>
      number(2) ? [{ providerName, subject: String(1 + number(4)) }] : [],
    )
  let refused = 0

  for (let step = 0; step < 2000; step += 1) {
    runtime.clock.advance({ ms: 1 })
    const logins = someLogins()
    const known = identities.find(ids[number(ids.length || 1)] ?? '')
    try {
      if (logins.length === 0) ids.push(identities.add(pool, []).id)
      else if (known && number(2)) ids.push(identityWithLogins(identities, known, logins).id)
      else ids.push(identityOfLogins(identities, pool, logins).id)
    } catch (error) {
      refused += 1
      expect((error as IdentityPoolError).code).toMatch(
        /^(NotAuthorized|ResourceConflict)Exception$/,
      )
    }
  }

  expect(refused).toBeGreaterThan(0)
  for (const login of all) {
    const owner = identities.findByLogin(pool.id, login)
    if (owner) expect(owner.logins).toContainEqual(login)
  }
  for (const id of ids) {
    const providers = identities.find(id)!.logins.map(({ providerName }) => providerName)
    expect(new Set(providers).size).toBe(providers.length)
  }
})

test('a subject may hold any character without becoming somebody else', () => {
  const identities = createIdentities(createTestRuntime())
  const one = identityOfLogins(identities, pool, [{ providerName: 'a', subject: 'x\nb\ny' }])
  const other = identityOfLogins(identities, pool, [{ providerName: 'a', subject: 'x' }])

  expect(one.id).not.toBe(other.id)
})

test('an identity has at most twenty logins', () => {
  const identities = createIdentities(createTestRuntime())
  const login = (index: number) => ({ providerName: `p${index}`, subject: '1' })
  let identity = identityOfLogins(identities, pool, [login(0)])
  for (let index = 1; index < 20; index += 1) {
    identity = identityWithLogins(identities, identity, [login(0), login(index)])
  }

  expect(() => identityWithLogins(identities, identity, [login(0), login(20)])).toThrow(
    expect.objectContaining({ code: 'LimitExceededException' }),
  )
  expect(identities.findByLogin(pool.id, login(20))).toBeUndefined()
})
