import { expect, test } from 'vitest'
import { randomUuid } from '../../../../../local/core/ports/random.ts'
import {
  addFamily,
  isRevoked,
  signInInstant,
  tokenFamilies,
  type TokenFamily,
} from '../../../../../local/user-pools/tokens/token-family.ts'
import type { UserRecord } from '../../../../../local/user-pools/model.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

const dayMs = 86_400_000

const ada: UserRecord = {
  poolId: 'us-east-1_Pool00001',
  username: 'ada',
  sub: 'sub-of-ada',
  attributes: {},
  aliases: [],
  status: 'CONFIRMED',
  enabled: true,
  createdAtMs: 0,
  updatedAtMs: 0,
}

function familyOf(user: UserRecord, nowMs: number, eventId = 'event'): TokenFamily {
  return {
    eventId,
    originJti: 'origin',
    poolId: user.poolId,
    clientId: 'client',
    sub: user.sub,
    scope: 'openid',
    authTimeMs: nowMs,
    issuedAtMs: signInInstant(user, nowMs),
    refreshExpiresAtMs: nowMs + dayMs,
    endsAtMs: nowMs + dayMs,
    isRevoked: false,
    sequence: 0,
    refreshTokenHash: 'hash',
  }
}

test('within one millisecond a sign-out ends what was before it and nothing after', () => {
  const nowMs = 1_000
  const first = familyOf(ada, nowMs)
  const signedOut = { ...ada, tokensValidAfterMs: signInInstant(ada, nowMs) }
  const second = familyOf(signedOut, nowMs)
  const signedOutAgain = { ...ada, tokensValidAfterMs: signInInstant(signedOut, nowMs) }
  const third = familyOf(signedOutAgain, nowMs)

  expect([first, second].map((family) => isRevoked(family, signedOut))).toEqual([true, false])
  expect([first, second, third].map((family) => isRevoked(family, signedOutAgain))).toEqual([
    true,
    true,
    false,
  ])
})

test('a family that is gone, revoked or someone else’s is none', () => {
  const family = familyOf(ada, 1_000)

  expect(isRevoked(family, ada)).toBe(false)
  expect(isRevoked(undefined, ada)).toBe(true)
  expect(isRevoked({ ...family, isRevoked: true }, ada)).toBe(true)
  expect(isRevoked({ ...family, sub: 'sub-of-eve' }, ada)).toBe(true)
})

test('sign-ins that are long over are forgotten in time', () => {
  const { random, store } = createTestRuntime()
  const add = (nowMs: number) => {
    addFamily(store, familyOf(ada, nowMs, randomUuid(random)), nowMs)
  }
  for (let count = 0; count < 500; count += 1) add(0)

  for (let count = 0; count < 1000; count += 1) add(3 * dayMs)

  const rows = [...tokenFamilies(store).entries()]
  expect(rows.filter(([, { authTimeMs }]) => authTimeMs > 0)).toHaveLength(1000)
  expect(rows.length).toBeLessThan(1100)
})
