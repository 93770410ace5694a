import { clockWords as words } from '#doctor-words/clock'
import { beginSignIn } from '../probes/ask-client.ts'
import type { DoctorPorts } from '../ports.ts'
import { readClaims } from '../probes/read-claims.ts'
import { request } from '../probes/request.ts'
import { createCheck, ok, unknown, wrong } from '../result.ts'

/** S3 allows 15 minutes; a token of five minutes, the shortest there is, does not last this one out. */
const allowedSkewMs = 5 * 60 * 1000

interface Comparison {
  source: keyof typeof words.sources
  /** How far the clock here is ahead. */
  skewMs: number
}

/**
 * How far the clock of this machine is off, by whatever tells the time. Cognito is believed before
 * the app's own server, which is not asked at all where it is this machine.
 */
export const clock = createCheck('clock', async (ports) => {
  const comparisons = [
    await compare(ports, 'cognito', () => cognitoTime(ports)),
    await compare(ports, 'own', () => ownTime(ports)),
    await compareToken(ports),
  ].filter((comparison) => comparison !== undefined)

  const [first] = comparisons
  if (!first) return unknown(words.untold)
  const evidence = comparisons
    .map(({ source, skewMs }) => words.compared(words.sources[source], skewMs))
    .join(' ')
  const off = comparisons.find(({ skewMs }) => Math.abs(skewMs) > allowedSkewMs)
  // A token tells of a clock that is behind alone, so it counts beside any other.
  const isOff = off === first || off?.source === 'token'
  return off && isOff ? wrong(words.wrong(off.skewMs, evidence)) : ok(words.ok(evidence))
})

async function compare(
  ports: DoctorPorts,
  source: Comparison['source'],
  ask: () => Promise<number | undefined>,
): Promise<Comparison | undefined> {
  const askedMs = ports.now()
  const sentMs = await ask()
  // Half a second, on average, is cut off a Date.
  const nowMs = (askedMs + ports.now()) / 2 - 500
  return sentMs === undefined ? undefined : { source, skewMs: nowMs - sentMs }
}

async function cognitoTime(ports: DoctorPorts): Promise<number | undefined> {
  const answer = await beginSignIn(ports, 'USER_SRP_AUTH')
  return answer.kind === 'unreachable' ? undefined : parseDate(answer.date)
}

async function ownTime(ports: DoctorPorts): Promise<number | undefined> {
  if (loopback.test(new URL(ports.origin).hostname)) return undefined
  const { headers } = (await request(ports, `${ports.origin}/config.json`)) ?? {}
  const sentMs = parseDate(headers?.get('date') ?? undefined)
  // What came from a cache was sent so many seconds ago (RFC 9111, section 5.1).
  return sentMs === undefined ? undefined : sentMs + Number(headers?.get('age') ?? 0) * 1000
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|[\w-]+\.localhost)$/

function parseDate(text = ''): number | undefined {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}

/** A token is always from the past, so only one from the future tells anything. */
async function compareToken(ports: DoctorPorts): Promise<Comparison | undefined> {
  const session = await ports.session().catch(() => undefined)
  const issuedAt = session && readClaims(session.idToken)?.['iat']
  if (typeof issuedAt !== 'number') return undefined
  const skewMs = ports.now() - issuedAt * 1000
  return skewMs < 0 ? { source: 'token', skewMs } : undefined
}
