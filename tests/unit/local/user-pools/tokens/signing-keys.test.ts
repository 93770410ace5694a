import { expect, test } from 'vitest'
import { createSigningKeys } from '../../../../../local/user-pools/tokens/signing-keys.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

const pool = 'us-east-1_Pool00001'

test('those who come while a pool’s keys are made wait for the same pair', async () => {
  const keys = createSigningKeys(createTestRuntime())

  const [first, second] = await Promise.all([keys.of(pool), keys.of(pool)])

  expect(first.id.kid).toBe(second.id.kid)
  expect(first.access.kid).toBe(second.access.kid)
  expect(first.id.kid).not.toBe(first.access.kid)
  expect(first.id.publicJwk.n).not.toBe(first.access.publicJwk.n)
  expect(Object.keys(first.id.publicJwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
})

test('keys outlive the process and belong to one pool', async () => {
  const runtime = createTestRuntime()
  const { id, access } = await createSigningKeys(runtime).of(pool)
  const afterRestart = createSigningKeys(runtime)

  const again = await afterRestart.of(pool)

  expect([again.id.publicJwk, again.access.publicJwk]).toEqual([id.publicJwk, access.publicJwk])
  expect((await afterRestart.of('us-east-1_Pool00002')).id.kid).not.toBe(id.kid)
})

test('after a reset there are new keys', async () => {
  const runtime = createTestRuntime()
  const keys = createSigningKeys(runtime)
  const before = await keys.of(pool)

  runtime.store.clear()

  expect((await keys.of(pool)).id.kid).not.toBe(before.id.kid)
})

test('when making a key fails, the next one who asks tries again', async () => {
  const runtime = createTestRuntime()
  const { crypto } = runtime
  let isLucky = false
  const generateRsaKey = () =>
    isLucky ? crypto.generateRsaKey() : Promise.reject(new Error('no luck'))
  const keys = createSigningKeys({ ...runtime, crypto: { ...crypto, generateRsaKey } })
  await expect(keys.of(pool)).rejects.toThrow('no luck')

  isLucky = true

  await keys.of(pool)
})
