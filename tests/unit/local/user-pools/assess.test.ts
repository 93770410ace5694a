import { expect, test } from 'vitest'
import { kilometresBetween } from '../../../../local/user-pools/threat-protection/assessment/distance.ts'
import { assess } from '../../../../local/user-pools/threat-protection/assessment/assess.ts'
import type {
  AuthEvent,
  RequestContext,
} from '../../../../local/user-pools/threat-protection/model.ts'

const hourMs = 3_600_000
const nowMs = 1_000_000 * hourMs
const berlin = { city: 'Berlin', country: 'DE', latitude: 52.52, longitude: 13.4 }
const potsdam = { city: 'Potsdam', country: 'DE', latitude: 52.4, longitude: 13.06 }
const paris = { city: 'Paris', country: 'FR', latitude: 48.86, longitude: 2.35 }
const home: RequestContext = {
  ipAddress: '192.0.2.1',
  deviceName: 'Chrome 125, Windows',
  place: berlin,
}

function event(overrides: Partial<AuthEvent> = {}): AuthEvent {
  return {
    id: '0f1e2d3c',
    type: 'SignIn',
    createdAtMs: nowMs - hourMs,
    clientId: 'client',
    response: 'Pass',
    decision: 'NoRisk',
    rules: [],
    isCompromised: false,
    challenges: [],
    context: home,
    ...overrides,
  }
}

const wrong = { name: 'Password', isRight: false } as const

test.for<[string, AuthEvent[], RequestContext, object]>([
  ['nothing before', [], { ...home, ipAddress: '203.0.113.1' }, { rules: [] }],
  ['all as before', [event()], home, { rules: [] }],
  [
    'a new version of the browser',
    [event()],
    { ...home, deviceName: 'Chrome 126, Windows' },
    { rules: [] },
  ],
  [
    'another browser',
    [event()],
    { ...home, deviceName: 'Firefox 128, Windows' },
    { level: 'Low', rules: ['NewDevice'] },
  ],
  [
    'another address',
    [event()],
    { ...home, ipAddress: '192.0.2.2' },
    { level: 'Medium', rules: ['NewAddress'] },
  ],
  [
    'all of it new: the worst counts, and all are told',
    [event()],
    { ipAddress: '203.0.113.1', deviceName: 'Safari 18, iOS 18', place: paris },
    { level: 'Medium', rules: ['NewDevice', 'NewAddress'] },
  ],
  [
    'Paris a quarter of an hour after Berlin',
    [event({ createdAtMs: nowMs - hourMs / 4 })],
    { ...home, place: paris },
    { level: 'High', rules: ['ImpossibleTravel'] },
  ],
  [
    'a town nearby, at once',
    [event({ createdAtMs: nowMs - 1 })],
    { ...home, place: potsdam },
    { rules: [] },
  ],
  [
    'no place now',
    [event({ createdAtMs: nowMs - 1 })],
    { ipAddress: home.ipAddress, deviceName: home.deviceName },
    { rules: [] },
  ],
  [
    'a place seen before one without',
    [
      event({ createdAtMs: nowMs - 1, context: { ...home, place: undefined as never } }),
      event({ createdAtMs: nowMs - hourMs / 4 }),
    ],
    { ...home, place: paris },
    { level: 'High', rules: ['ImpossibleTravel'] },
  ],
  [
    'failures alone make nothing familiar',
    [event({ response: 'Fail' }), event({ response: 'InProgress' }), event({ type: 'SignUp' })],
    { ...home, ipAddress: '203.0.113.1' },
    { rules: [] },
  ],
  [
    'what was said not to be theirs',
    [
      event(),
      event({
        context: { ...home, ipAddress: '203.0.113.1' },
        feedback: { value: 'Invalid', provider: 'User', atMs: nowMs },
      }),
    ],
    { ...home, ipAddress: '203.0.113.1' },
    { level: 'Medium', rules: ['NewAddress'] },
  ],
  [
    'what was blocked, and theirs',
    [event({ response: 'Fail', feedback: { value: 'Valid', provider: 'User', atMs: nowMs } })],
    home,
    { rules: [] },
  ],
  [
    'four wrong answers',
    [event({ response: 'Fail', challenges: [wrong, wrong, wrong, wrong] })],
    home,
    { rules: [] },
  ],
  [
    'five wrong answers within the hour, of whichever events',
    [
      event({ response: 'Fail', createdAtMs: nowMs - hourMs + 1, challenges: [wrong, wrong] }),
      event({
        response: 'InProgress',
        createdAtMs: nowMs - hourMs + 1,
        challenges: [wrong, wrong, wrong],
      }),
    ],
    home,
    { level: 'Medium', rules: ['ManyFailures'] },
  ],
  [
    'five that are an hour ago',
    [event({ response: 'Fail', challenges: [wrong, wrong, wrong, wrong, wrong] })],
    home,
    { rules: [] },
  ],
])('risk of a sign-in: %s', ([, history, request, expected]) => {
  expect(assess(history, request, nowMs)).toEqual(expected)
})

test('distances are along the earth, across its date line, too', () => {
  expect(kilometresBetween(berlin, paris)).toBeCloseTo(878, -1)
  expect(kilometresBetween(berlin, berlin)).toBe(0)
  const [fiji, samoa] = [
    { latitude: -18, longitude: 178 },
    { latitude: -14, longitude: -172 },
  ]
  expect(kilometresBetween(fiji, samoa)).toBeLessThan(1200)
  expect(
    kilometresBetween({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }),
  ).toBeCloseTo(Math.PI * 6371, 6)
})
