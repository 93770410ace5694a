import { expect } from 'vitest'
import { test } from '../../support/identity-pools/identity-pools.ts'

test('a guest who logs in for the first time keeps the identity', async ({ start }) => {
  const { getCredentials, getId, loginsOf, service } = await start()
  const guest = await getId()
  const Logins = await loginsOf('ada')

  const upgraded = await getCredentials(guest, Logins)

  expect(upgraded.IdentityId).toBe(guest)
  expect(service.resolveCredentials(upgraded.AccessKeyId)?.principal.role.name).toBe(
    'authenticated',
  )
  expect(await getId(Logins)).toBe(guest)
})

test('after that the identity is no guest’s any more', async ({ start }) => {
  const { getCredentials, getId, loginsOf } = await start()
  const guest = await getId()
  await getCredentials(guest, await loginsOf('ada'))

  await expect(getCredentials(guest)).rejects.toMatchObject({
    message: `Access to Identity '${guest}' is forbidden.`,
  })
})

test('a guest who logs in again becomes who he was', async ({ start }) => {
  const { getCredentials, getId, loginsOf } = await start()
  const Logins = await loginsOf('ada')
  const ada = await getId(Logins)
  const guest = await getId()

  const upgraded = await getCredentials(guest, Logins)
  const again = await getCredentials(guest, Logins)

  expect([upgraded.IdentityId, again.IdentityId]).toEqual([ada, ada])
  expect(await getId(Logins)).toBe(ada)
})

test('upgrades of one guest that run at once agree', async ({ start }) => {
  const { getCredentials, getId, loginsOf } = await start()
  const guest = await getId()
  const Logins = await loginsOf('ada')

  const [id, ...all] = await Promise.all([
    getId(Logins),
    ...Array.from({ length: 4 }, () => getCredentials(guest, Logins)),
  ])

  expect(new Set(all.map(({ IdentityId }) => IdentityId))).toEqual(new Set([id]))
})

test('of two people who upgrade one guest at once, one gets it', async ({ start }) => {
  const { getCredentials, getId, loginsOf } = await start()
  const guest = await getId()
  const tokens = [await loginsOf('ada'), await loginsOf('eve')]

  const results = await Promise.allSettled(tokens.map((Logins) => getCredentials(guest, Logins)))

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await getId(tokens[0])).not.toBe(await getId(tokens[1]))
})
