import { expect, test } from 'vitest'
import {
  addEvent,
  eventsOf,
} from '../../../../local/user-pools/threat-protection/events/auth-events.ts'
import type { AuthEvent } from '../../../../local/user-pools/threat-protection/model.ts'
import type { UserRecord } from '../../../../local/user-pools/model.ts'
import { createCountingStore } from '../../../support/core/counting-store.ts'
import { createTestRuntime } from '../../../support/core/test-runtime.ts'

const user: UserRecord = {
  poolId: 'us-east-1_Events000',
  username: 'ada',
  sub: 'ada',
  attributes: {},
  aliases: [],
  status: 'CONFIRMED',
  enabled: true,
  createdAtMs: 0,
  updatedAtMs: 0,
}

const dayMs = 86_400_000
const keptDays = 730

function eventOn(day: number): AuthEvent {
  return {
    id: `event-${day}`,
    type: 'SignIn',
    createdAtMs: day * dayMs,
    clientId: 'client',
    response: 'Pass',
    decision: 'NoRisk',
    rules: [],
    isCompromised: false,
    challenges: [],
    context: { ipAddress: '198.51.100.7', deviceName: 'Chrome 125, Windows' },
  }
}

test('who signs in every day for eight years has what is over swept, a few rows at a time', () => {
  const store = createCountingStore(createTestRuntime().store)
  const rows = () => [...store.table('user-pools/auth-events').entries()].length
  let mostTouched = 0
  let mostRows = 0

  for (let day = 0; day < 8 * 365; day += 1) {
    const before = store.touched()
    addEvent(store, user, eventOn(day))
    mostTouched = Math.max(mostTouched, store.touched() - before)
    if (day % 50 === 0) mostRows = Math.max(mostRows, rows())
  }

  const lastDay = 8 * 365 - 1
  const kept = eventsOf(store, user, lastDay * dayMs)
  expect(kept).toHaveLength(keptDays)
  expect(kept.map(({ id }) => id).slice(0, 2)).toEqual([`event-${lastDay}`, `event-${lastDay - 1}`])
  expect(mostTouched).toBeLessThan(100)
  expect(mostRows).toBeLessThan(2 * keptDays)
})
