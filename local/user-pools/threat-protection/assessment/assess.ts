import { kilometresBetween } from './distance.ts'
import type { AuthEvent, RequestContext, RiskLevel, RiskRule } from '../model.ts'

/** What a sign-in is held against. */
interface Facts {
  nowMs: number
  request: RequestContext
  /** Sign-ins that are known to have been theirs, newest first. */
  familiar: readonly AuthEvent[]
  /** All that happened, newest first. */
  history: readonly AuthEvent[]
}

interface Rule {
  level: RiskLevel
  holds: (facts: Facts) => boolean
}

const hourMs = 3_600_000
const manyFailures = 5
/** As fast as an airliner flies. */
const fastestKilometresPerHour = 900
/** Places are told no more exactly than by a city. */
const nearKilometres = 100

/**
 * The local AWS's own rules, which is all that there is to them: AWS's are not published. Each is looked
 * at by itself; a sign-in is as risky as the worst that holds.
 */
const riskRules: Readonly<Record<RiskRule, Rule>> = {
  /** Browser and system are none that they have signed in with, whatever the versions. */
  NewDevice: {
    level: 'Low',
    holds: ({ familiar, request }) =>
      familiar.length > 0 &&
      familiar.every(({ context }) => kindOf(context.deviceName) !== kindOf(request.deviceName)),
  },
  /** The address is none that they have signed in from. */
  NewAddress: {
    level: 'Medium',
    holds: ({ familiar, request }) =>
      familiar.length > 0 &&
      familiar.every(({ context }) => context.ipAddress !== request.ipAddress),
  },
  /** Five wrong passwords or codes in the hour before. */
  ManyFailures: {
    level: 'Medium',
    holds: ({ history, nowMs }) =>
      history
        .filter(({ createdAtMs }) => createdAtMs > nowMs - hourMs)
        .flatMap(({ challenges }) => challenges.filter(({ isRight }) => !isRight)).length >=
      manyFailures,
  },
  /** Nobody gets here from where they have last signed in, in that time. */
  ImpossibleTravel: {
    level: 'High',
    holds: ({ familiar, request, nowMs }) => {
      const last = familiar.find(({ context }) => context.place)
      if (!last?.context.place || !request.place) return false
      const kilometres = kilometresBetween(last.context.place, request.place)
      const hours = (nowMs - last.createdAtMs) / hourMs
      return kilometres > nearKilometres && kilometres > hours * fastestKilometresPerHour
    },
  },
}

export interface Assessment {
  /** Undefined where no rule holds. */
  level?: RiskLevel
  rules: readonly RiskRule[]
}

const levels = ['High', 'Medium', 'Low'] as const

/**
 * How risky a sign-in is. Of the same history and request it says the same.
 *
 * @param history newest first. Feedback counts: what was Valid is familiar whatever came of it, what
 *   was Invalid is not.
 */
export function assess(
  history: readonly AuthEvent[],
  request: RequestContext,
  nowMs: number,
): Assessment {
  const facts = { history, request, nowMs, familiar: history.filter(isFamiliar) }
  const rules = (Object.keys(riskRules) as RiskRule[]).filter((name) =>
    riskRules[name].holds(facts),
  )
  const level = levels.find((candidate) =>
    rules.some((name) => riskRules[name].level === candidate),
  )
  return level ? { level, rules } : { rules }
}

function isFamiliar({ type, response, feedback }: AuthEvent): boolean {
  if (type !== 'SignIn') return false
  return feedback ? feedback.value === 'Valid' : response === 'Pass'
}

/** Browsers are updated every few weeks: that makes no other device of them. */
function kindOf(deviceName: string): string {
  return deviceName.replaceAll(/ [\d.]+/g, '')
}
