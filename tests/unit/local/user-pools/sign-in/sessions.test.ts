import { expect, test } from 'vitest'
import {
  consumeSession,
  findSession,
  issueSession,
  type Session,
} from '../../../../../local/user-pools/sign-in/sessions.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

const session: Session = {
  kind: 'FIRST_FACTOR',
  poolId: 'us-east-1_Pool00001',
  clientId: 'client',
  username: 'ada',
}
const rows = 'user-pools/sessions'

test('a session is opaque, and what is kept of it cannot be handed in', async () => {
  const runtime = createTestRuntime()

  const text = await issueSession(runtime, session, 180)

  expect(text).toMatch(/^[\w-]{100,2048}$/)
  expect(await findSession(runtime, text, session)).toMatchObject(session)
  const key = [...runtime.store.table(rows).entries()][0]?.[0] ?? ''
  expect(text).not.toContain(key)
  await expect(findSession(runtime, key, session)).rejects.toThrow('Invalid session for the user.')
})

test.for([
  { ...session, kind: 'AUTO_SIGN_IN' as const },
  { ...session, poolId: 'us-east-1_Pool00002' },
  { ...session, clientId: 'other' },
])('a session is no good for %o', async (other) => {
  const runtime = createTestRuntime()
  const text = await issueSession(runtime, session, 180)

  await expect(findSession(runtime, text, other)).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Invalid session for the user.',
  })
})

test('a session may be looked at often and used once', async () => {
  const runtime = createTestRuntime()
  const text = await issueSession(runtime, session, 180)
  const usedUp = 'Invalid session for the user, session can only be used once.'
  const [first, second] = [
    await findSession(runtime, text, session),
    await findSession(runtime, text, session),
  ]

  consumeSession(runtime, first)

  expect(() => {
    consumeSession(runtime, second)
  }).toThrow(usedUp)
  await expect(findSession(runtime, text, session)).rejects.toThrow(usedUp)
})

test('a session expires to the millisecond', async () => {
  const runtime = createTestRuntime()
  const startMs = runtime.clock.now()
  const clock = { now: () => startMs }
  const text = await issueSession({ ...runtime, clock }, session, 180)
  const findAt = (ms: number) =>
    findSession({ ...runtime, clock: { now: () => ms } }, text, session)

  await findAt(startMs + 179_999)
  await expect(findAt(startMs + 180_000)).rejects.toThrow(
    'Invalid session for the user, session is expired.',
  )
})

test('sessions that are long over are forgotten in time', async () => {
  const runtime = createTestRuntime()
  for (let count = 0; count < 200; count += 1) await issueSession(runtime, session, 180)
  runtime.clock.advance({ hours: 2 })

  for (let count = 0; count < 400; count += 1) await issueSession(runtime, session, 180)

  const live = [...runtime.store.table<{ expiresAtMs: number }>(rows).entries()].filter(
    ([, { expiresAtMs }]) => expiresAtMs > runtime.clock.now(),
  )
  expect(live).toHaveLength(400)
  expect([...runtime.store.table(rows).entries()].length).toBeLessThan(430)
})
