import { expect, test } from 'vitest'
import {
  openSecretBlock,
  sealSecretBlock,
  secretExponent,
  spendSecretBlock,
} from '../../../../../local/user-pools/srp/secret-block.ts'
import { createTestRuntime, type TestRuntime } from '../../../../support/core/test-runtime.ts'

const owner = { poolId: 'us-east-1_Pool', clientId: 'client', username: 'ada' }

function stateOf({ clock, random }: TestRuntime) {
  return { nonce: random.bytes(32), expiresAtMs: clock.now() + 180_000, A: 12_345n, u: 1n << 255n }
}

test('a secret block opens for its owner, with what was sealed', async () => {
  const runtime = createTestRuntime()
  const state = stateOf(runtime)

  const block = await sealSecretBlock(runtime, owner, state)

  expect(await openSecretBlock(runtime, owner, block)).toMatchObject(state)
})

test('a secret block opens for nobody else', async () => {
  const runtime = createTestRuntime()
  const block = await sealSecretBlock(runtime, owner, stateOf(runtime))
  const others = [
    { ...owner, poolId: 'us-east-1_Other' },
    { ...owner, clientId: 'other' },
    { ...owner, username: 'eve' },
    { ...owner, clientId: 'client","ada', username: '' },
  ]

  for (const other of others) expect(await openSecretBlock(runtime, other, block)).toBeUndefined()
  expect(await openSecretBlock(createTestRuntime(), owner, block)).toBeUndefined()
})

test('no byte of a secret block can be changed', async () => {
  const runtime = createTestRuntime()
  const block = await sealSecretBlock(runtime, owner, stateOf(runtime))
  const bytes = Buffer.from(block, 'base64')

  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes)
    changed[index]! ^= 1
    expect(await openSecretBlock(runtime, owner, changed.toString('base64'))).toBeUndefined()
  }
  for (const text of ['', 'AAAA', `${block}AAAA`, block.slice(4), '*'.repeat(block.length)]) {
    expect(await openSecretBlock(runtime, owner, text)).toBeUndefined()
  }
})

test('b is another number for each block and each installation', async () => {
  const runtime = createTestRuntime()
  const nonce = runtime.random.bytes(32)

  const b = await secretExponent(runtime, nonce)

  expect(await secretExponent(runtime, nonce)).toBe(b)
  expect(await secretExponent(runtime, runtime.random.bytes(32))).not.toBe(b)
  expect(await secretExponent(createTestRuntime(), nonce)).not.toBe(b)
})

test('a secret block is spent once, and what has expired is forgotten in time', () => {
  const runtime = createTestRuntime()
  const state = stateOf(runtime)

  expect(spendSecretBlock(runtime, state)).toBe(true)
  expect(spendSecretBlock(runtime, state)).toBe(false)
  for (let count = 0; count < 200; count += 1) spendSecretBlock(runtime, stateOf(runtime))
  runtime.clock.advance({ minutes: 4 })
  for (let count = 0; count < 2000; count += 1) {
    spendSecretBlock(runtime, { ...stateOf(runtime), expiresAtMs: runtime.clock.now() - 1 })
  }

  const rows = [...runtime.store.table('user-pools/spent-secret-blocks').entries()]
  expect(rows.length).toBeLessThan(200)
})
