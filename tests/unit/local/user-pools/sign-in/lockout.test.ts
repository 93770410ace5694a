import { expect, test } from 'vitest'
import { findLockout, type Lockout } from '../../../../../local/user-pools/sign-in/lockout.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

const poolId = 'us-east-1_Pool00001'

function createLockout() {
  const runtime = createTestRuntime()
  let nowMs = runtime.clock.now()
  const clock = { now: () => nowMs }
  return {
    find: (who: string) => findLockout({ ...runtime, clock }, poolId, who),
    pass: (ms: number) => void (nowMs += ms),
  }
}

function isLocked(lockout: Lockout): boolean {
  try {
    lockout.check()
    return false
  } catch {
    return true
  }
}

test('locks double from one second up to a quarter of an hour', async () => {
  const { find, pass } = createLockout()
  const lockout = await find('ada')
  for (let failure = 1; failure <= 4; failure += 1) lockout.countFailure()
  expect(isLocked(lockout)).toBe(false)

  const lockSeconds = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
  for (const seconds of lockSeconds) {
    lockout.countFailure()
    pass(seconds * 1000 - 1)
    expect(isLocked(lockout)).toBe(true)
    pass(1)
    expect(isLocked(lockout)).toBe(false)
  }

  for (let round = 1; round <= 3; round += 1) {
    lockout.countFailure()
    pass(15 * 60_000 - 1)
    expect(isLocked(lockout)).toBe(true)
    pass(1)
    expect(isLocked(lockout)).toBe(false)
  }
})

test.for([4, 14])(
  'after %i failures and their lock a quiet quarter of an hour clears the count',
  async (failures) => {
    const { find, pass } = createLockout()
    const lockout = await find('ada')
    for (let failure = 1; failure <= failures; failure += 1) lockout.countFailure()
    pass(failures > 4 ? 2 ** (failures - 5) * 1000 : 0)
    pass(15 * 60_000)

    lockout.countFailure()

    expect(isLocked(lockout)).toBe(false)
  },
)

test('a success clears the count, and everyone has their own', async () => {
  const { find } = createLockout()
  const [ada, eve] = [await find('ada'), await find('eve')]
  for (let failure = 1; failure <= 5; failure += 1) ada.countFailure()

  expect([isLocked(ada), isLocked(eve)]).toEqual([true, false])
  ada.clear()
  expect(isLocked(ada)).toBe(false)
})

test('a lock of the future, from before the clock was set back, is none', async () => {
  const { find, pass } = createLockout()
  pass(30 * 86_400_000)
  const lockout = await find('ada')
  for (let failure = 1; failure <= 9; failure += 1) lockout.countFailure()
  expect(isLocked(lockout)).toBe(true)

  pass(-30 * 86_400_000)

  expect(isLocked(lockout)).toBe(false)
})
