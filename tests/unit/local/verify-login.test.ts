import { expect, test } from 'vitest'
import type { UserPoolConfig } from '../../../local/user-pools/config.ts'
import type { UserPools } from '../../../local/user-pools/service.ts'
import { createVerifyLogin } from '../../../local/verify-login.ts'

type Verified = Awaited<ReturnType<UserPools['verifyIdToken']>>

const issuer = 'http://localhost:9229/us-east-1_AbCdEfGhI'
const other = 'http://localhost:9229/us-east-1_Another01'
const provider = 'localhost:9229/us-east-1_AbCdEfGhI'
const pools = [{ issuer }, { issuer: other }] as UserPoolConfig[]

function verify(answer: Verified, providerName = provider) {
  const userPools = { verifyIdToken: () => Promise.resolve(answer) }
  const clock = { now: () => 1_790_000_000_999 }
  return createVerifyLogin(userPools, () => pools, clock)(providerName, 'token')
}

test('a verified token tells who it is for, and whether the sign-in still lives', async () => {
  const claims = { iss: issuer, sub: 'ada' }
  const verified = {
    isValid: true,
    pool: pools[0]!,
    client: { id: 'client' },
    sub: 'ada',
    claims,
    active: false,
  } as unknown as Verified

  expect(await verify(verified)).toStrictEqual({
    kind: 'verified',
    subject: 'ada',
    audience: 'client',
    claims,
    active: false,
  })
  expect(await verify({ ...verified, claims: { iss: other } })).toStrictEqual({
    kind: 'issuer-mismatch',
  })
})

test.each([
  ['expired', { iss: issuer, exp: 1_789_999_000 }, 'expired'],
  ['expired', { iss: other, exp: 1_789_999_000 }, 'issuer-mismatch'],
  ['bad-signature', { iss: issuer }, 'invalid'],
  ['malformed', {}, 'invalid'],
  ['foreign', { iss: 'https://evil.example' }, 'issuer-mismatch'],
  ['foreign', {}, 'issuer-mismatch'],
  ['foreign', { iss: issuer, aud: 'a client that is gone' }, 'unsupported-provider'],
  ['wrong-use', { iss: issuer }, 'not-an-id-token'],
  ['wrong-use', { iss: other }, 'issuer-mismatch'],
] as const)('a token that is %s and says %j is refused as %s', async (fault, claims, kind) => {
  expect(await verify({ isValid: false, fault, claims })).toMatchObject({ kind })
})

test('the expiry is told in whole seconds, as the message shows it', async () => {
  const claims = { iss: issuer, exp: 1_789_999_000 }

  expect(await verify({ isValid: false, fault: 'expired', claims })).toStrictEqual({
    kind: 'expired',
    nowSeconds: 1_790_000_000,
    expiresAtSeconds: 1_789_999_000,
  })
})

test('a provider that no pool of the template is is unsupported', async () => {
  const refused = { isValid: false, fault: 'foreign', claims: {} } as const

  for (const name of ['accounts.google.com', `http://${provider}`, `${provider}/`, '']) {
    expect(await verify(refused, name)).toStrictEqual({ kind: 'unsupported-provider' })
  }
})
