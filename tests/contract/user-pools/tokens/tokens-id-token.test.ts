import {
  DeleteUserCommand,
  GlobalSignOutCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { createUsers } from '../../../../local/user-pools/users/users.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

// What identity pools ask user pools about a login.

test('an ID token is valid and active from sign-in to its expiry', async ({ start }) => {
  const pools = await start()
  const sub = await register(pools)
  const { IdToken } = await signIn(pools)

  expect(await pools.verifyIdToken(IdToken)).toMatchObject({
    isValid: true,
    active: true,
    sub,
    pool: { id: emailPool().id },
    client: { id: ada.ClientId },
    claims: { email: ada.Username },
  })
  pools.clock.advance({ hours: 1 })
  expect(await pools.verifyIdToken(IdToken)).toMatchObject({ isValid: false, fault: 'expired' })
})

test('what is not an ID token of ours is refused with the reason', async ({ start }) => {
  const [pools, elsewhere] = [await start(), await start()]
  await register(pools)
  await register(elsewhere)
  const { AccessToken, IdToken } = await signIn(pools)
  const { IdToken: forged } = await signIn(elsewhere)
  const foreign = `e30.${Buffer.from('{"iss":"https://example.com"}').toString('base64url')}.AA`
  const fault = async (token: string) => {
    const verified = await pools.verifyIdToken(token)
    return verified.isValid ? undefined : verified.fault
  }

  expect(await fault('junk')).toBe('malformed')
  expect(await fault(foreign)).toBe('foreign')
  expect(await fault(AccessToken)).toBe('wrong-use')
  expect(await fault(forged)).toBe('bad-signature')
  expect(await fault(IdToken)).toBeUndefined()
  pools.pools[0] = emailPool({ clients: [appClient({ id: '2other3456789abcdefghijklm' })] })
  expect(await fault(IdToken)).toBe('foreign')
})

test('an ID token goes inactive when its sign-in is revoked', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const [revoked, kept] = [await signIn(pools), await signIn(pools)]

  await pools.cognito.send(
    new RevokeTokenCommand({ ClientId: ada.ClientId, Token: revoked.RefreshToken }),
  )

  expect(await pools.verifyIdToken(revoked.IdToken)).toMatchObject({ isValid: true, active: false })
  expect(await pools.verifyIdToken(kept.IdToken)).toMatchObject({ isValid: true, active: true })
})

test('an ID token goes inactive when one signs out everywhere, is disabled or deleted', async ({
  start,
}) => {
  const pools = await start()
  const users = createUsers(pools.runtime.store)
  const pool = emailPool()
  const isActive = async (token: string) => {
    const verified = await pools.verifyIdToken(token)
    return verified.isValid && verified.active
  }
  const sub = await register(pools)
  const first = await signIn(pools)

  await pools.cognito.send(new GlobalSignOutCommand({ AccessToken: first.AccessToken }))
  const second = await signIn(pools)
  expect(await isActive(first.IdToken)).toBe(false)
  expect(await isActive(second.IdToken)).toBe(true)

  users.update(pool, { ...users.findBySub(pool, sub)!, enabled: false })
  expect(await isActive(second.IdToken)).toBe(false)

  users.update(pool, { ...users.findBySub(pool, sub)!, enabled: true })
  await pools.cognito.send(new DeleteUserCommand({ AccessToken: second.AccessToken }))
  expect(await isActive(second.IdToken)).toBe(false)
})

test('a disabled user is told so with the right password only, and by every token', async ({
  start,
}) => {
  const pools = await start()
  const users = createUsers(pools.runtime.store)
  const pool = emailPool()
  const sub = await register(pools)
  users.update(pool, { ...users.findBySub(pool, sub)!, enabled: false })

  await expect(signIn(pools)).rejects.toMatchObject({ message: 'User is disabled.' })
  await expect(signIn(pools, { ...ada, Password: 'Wrong-Horse-1' })).rejects.toMatchObject({
    message: 'Incorrect username or password.',
  })
})
