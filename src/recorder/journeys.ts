import type { Exchange } from './exchange.ts'

type JourneyKind =
  | 'sign-up'
  | 'sign-in'
  | 'redirect'
  | 'reset'
  | 'refresh'
  | 'sign-out'
  | 'files'
  | 'account'

/** What belongs together: a sign-in with all that follows from it at once, say. */
export interface Journey {
  /** Of its first exchange. */
  id: string
  kind: JourneyKind
  exchanges: readonly Exchange[]
}

/** After so long a pause somebody has come back for something else. */
const pauseMs = 60_000

/** @param exchanges oldest first. */
export function journeysOf(exchanges: readonly Exchange[]): Journey[] {
  const journeys: (Journey & { exchanges: Exchange[] })[] = []
  for (const exchange of exchanges) {
    const last = journeys.at(-1)
    if (last && goesOn(last, exchange)) last.exchanges.push(exchange)
    else {
      const kind = beginsWith(exchange) ?? (isOfFiles(exchange) ? 'files' : 'account')
      journeys.push({ id: exchange.id, kind, exchanges: [exchange] })
    }
  }
  return journeys
}

/** From the first question to the last answer; a page that was left counts, too. */
export function durationOf({ exchanges }: Journey): number {
  const ends = exchanges.map(({ startedAtMs, durationMs }) => startedAtMs + durationMs)
  return Math.max(...ends) - (exchanges[0]?.startedAtMs ?? 0)
}

function goesOn(journey: Journey, exchange: Exchange): boolean {
  const before = journey.exchanges.at(-1)
  const begun = beginsWith(exchange)
  // Whoever has signed up is signed in with it; leaving, coming back and the tokens are one.
  if (journey.kind === 'sign-up' && begun === 'sign-in') return hasNoTokensYet(journey)
  if (journey.kind === 'sign-out' && begun === 'sign-out') return true
  if (begun !== undefined || !before) return false
  const isElsewhere = exchange.to === 'domain' || exchange.to === 'provider'
  if (isElsewhere && journey.kind === 'redirect') return true
  const isPaused = exchange.startedAtMs - (before.startedAtMs + before.durationMs) > pauseMs
  // Between two steps of a form people take their time.
  return !isPaused || (/Challenge|Confirm/.test(exchange.operation) && journey.kind !== 'files')
}

function hasNoTokensYet({ exchanges }: Journey): boolean {
  return exchanges.every(({ tokens }) => tokens.length === 0)
}

function beginsWith({ operation, variant = '', to, serverId }: Exchange): JourneyKind | undefined {
  // What others saw of a journey begins none.
  if (serverId !== undefined) return undefined
  if (/^refresh_token$|^REFRESH_TOKEN/.test(variant)) return 'refresh'
  if (operation === 'GetTokensFromRefreshToken') return 'refresh'
  if (operation === 'InitiateAuth') return 'sign-in'
  if (operation === 'SignUp') return 'sign-up'
  if (operation === 'ForgotPassword') return 'reset'
  if (operation === 'RevokeToken' || operation === 'GlobalSignOut') return 'sign-out'
  if (to !== 'domain') return undefined
  if (operation === 'logout') return 'sign-out'
  return operation === 'oauth2/authorize' || operation === 'signup' ? 'redirect' : undefined
}

function isOfFiles({ to }: Exchange): boolean {
  return to === 's3' || to === 'identity-pool'
}
