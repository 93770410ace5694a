import { expect, test } from 'vitest'
import { findStep, keyUri, newSecret, withStep } from '../../../../local/user-pools/mfa/totp.ts'
import { createTestRuntime } from '../../../support/core/test-runtime.ts'

/** Base32 of "12345678901234567890", the secret of RFC 6238, appendix B. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** The last six of its eight digits, SHA-1. */
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %s seconds the code is %s', (seconds, code) => {
  expect(findStep(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
})

test('a code is good one step before and after its own, and no further', () => {
  const step = Math.floor(1_234_567_890 / 30)
  const at = (steps: number) => findStep(secret, '005924', (step + steps) * 30_000)

  expect([-2, -1, 0, 1, 2].map(at)).toEqual([undefined, step, step, step, undefined])
})

test.each(['', '5924', '0059240', ' 005924', '00592a', '٠٠٥٩٢٤'])('%j is no code', (code) => {
  expect(findStep(secret, code, 1_234_567_890_000)).toBeUndefined()
})

test('a step is taken once, and none before it', () => {
  const token = { secret, lastStep: 7 }

  expect(withStep(token, 8)).toEqual({ secret, lastStep: 8 })
  for (const step of [6, 7]) {
    expect(() => withStep(token, step)).toThrow('has already been used once')
  }
})

test('a secret is 160 bits in base32', () => {
  const { random } = createTestRuntime()

  expect(newSecret(random)).toMatch(/^[A-Z2-7]{32}$/)
  expect(newSecret(random)).not.toBe(newSecret(random))
})

test('the key URI names issuer and account, escaped, and leaves the defaults out', () => {
  expect(keyUri('My App', 'ada+1@example.com', secret)).toBe(
    `otpauth://totp/My%20App:ada%2B1%40example.com?secret=${secret}&issuer=My%20App`,
  )
})
