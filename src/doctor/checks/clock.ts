import { clockWords as words } from '../../ui/wording/doctor/clock.en.ts'
import { addressesOf } from '../addresses.ts'
import type { DoctorPorts } from '../ports.ts'
import { readClaims } from '../read-claims.ts'
import { request } from '../request.ts'
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
 * the app's own server, which may be this machine.
 */
export const clock = createCheck('clock', async (ports) => {
  const { issuer } = addressesOf(ports.config)
  const comparisons = [
    await compareDate(ports, 'cognito', `${issuer}/.well-known/jwks.json`),
    await compareDate(ports, 'own', `${ports.origin}/config.json`),
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

async function compareDate(
  ports: DoctorPorts,
  source: Comparison['source'],
  url: string,
): Promise<Comparison | undefined> {
  const askedMs = ports.now()
  const response = await request(ports, url)
  // Half a second, on average, is cut off the header.
  const nowMs = (askedMs + ports.now()) / 2 - 500
  const sentMs = Date.parse(response?.headers.get('date') ?? '')
  // What came from a cache was sent so many seconds ago (RFC 9111, section 5.1).
  const ageMs = Number(response?.headers.get('age') ?? 0) * 1000
  return Number.isNaN(sentMs) ? undefined : { source, skewMs: nowMs - sentMs - ageMs }
}

/** A token is always from the past, so only one from the future tells anything. */
async function compareToken(ports: DoctorPorts): Promise<Comparison | undefined> {
  const session = await ports.session().catch(() => undefined)
  const issuedAt = session && readClaims(session.idToken)?.['iat']
  if (typeof issuedAt !== 'number') return undefined
  const skewMs = ports.now() - issuedAt * 1000
  return skewMs < 0 ? { source: 'token', skewMs } : undefined
}
