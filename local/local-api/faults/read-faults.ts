import { LocalApiError } from '../local-api-error.ts'
import { serviceNames } from '../requests/request-name.ts'
import { checkOperation, type OperationNames } from './check-operation.ts'
import { faultKinds, type FaultKind, type FaultRule, type FaultyService } from './fault.ts'
import { presets } from './presets.ts'

/** A minute: longer than any client waits. */
const maxDelayMs = 60_000
const maxSkewSeconds = 86_400

/** Beside `kind`, `share` and `times`. */
const membersOf: Readonly<Record<FaultKind, readonly (keyof FaultRule)[]>> = {
  throttle: ['service', 'operation'],
  error: ['service', 'operation'],
  refusal: ['service', 'operation', 'error', 'message'],
  expired: ['service', 'operation'],
  slow: ['service', 'operation', 'delayMs'],
  'cut-off': ['service', 'operation', 'isAfter'],
  'no-cors': ['service', 'operation'],
  'skewed-clock': ['skewSeconds'],
}

/**
 * The body of `POST /_local/faults`: one rule, or the name of a preset, which is some.
 *
 * @throws LocalApiError 400 that says what is wrong with it.
 */
export function readFaults(
  body: Readonly<Record<string, unknown>>,
  names: OperationNames,
): readonly FaultRule[] {
  const { preset, ...rest } = body
  if (preset === undefined) return [readRule(rest, names)]
  const found = presets.find(({ name }) => name === preset)
  if (!found) throw refused(`preset has to be one of ${presets.map(({ name }) => name).join(', ')}`)
  checkMembers(rest, ['share', 'times'])
  const often = readOften(rest)
  return found.rules.map((rule) => ({ ...rule, ...often }))
}

function readRule(
  { kind, ...rest }: Readonly<Record<string, unknown>>,
  names: OperationNames,
): FaultRule {
  if (!isOneOf(faultKinds, kind)) throw refused(`kind has to be one of ${faultKinds.join(', ')}`)
  const own = membersOf[kind]
  checkMembers(rest, kind === 'skewed-clock' ? own : [...own, 'share', 'times'])
  const rule: FaultRule = { kind, ...readOften(rest), ...readPlace(rest, names) }
  switch (kind) {
    case 'refusal':
      rule.error = text(rest, 'error')
      if (!/^\w{1,100}$/.test(rule.error)) throw refused('error has to be the name of an error')
      if (rest['message'] !== undefined) rule.message = text(rest, 'message')
      return rule
    case 'slow':
      rule.delayMs = whole(rest, 'delayMs', 1, maxDelayMs)
      return rule
    case 'cut-off':
      if (rest['isAfter'] === undefined) return { ...rule, isAfter: true }
      if (typeof rest['isAfter'] !== 'boolean') throw refused('isAfter has to be true or false')
      return { ...rule, isAfter: rest['isAfter'] }
    case 'skewed-clock':
      rule.skewSeconds = whole(rest, 'skewSeconds', -maxSkewSeconds, maxSkewSeconds)
      return rule
    default:
      return rule
  }
}

function readPlace(
  body: Readonly<Record<string, unknown>>,
  names: OperationNames,
): Partial<FaultRule> {
  const place: Partial<FaultRule> = {}
  const { service } = body
  if (service !== undefined) {
    const known = serviceNames.filter((name): name is FaultyService => name !== 'local-api')
    if (!isOneOf(known, service)) throw refused(`service has to be one of ${known.join(', ')}`)
    place.service = service
  }
  if (body['operation'] !== undefined) {
    if (service === 'sts') throw refused('sts names its operation in the body: leave it out here')
    const operation = text(body, 'operation')
    checkOperation(names, place.service === 'sts' ? undefined : place.service, operation)
    place.operation = operation
  }
  return place
}

function readOften(body: Readonly<Record<string, unknown>>): Pick<FaultRule, 'share' | 'times'> {
  const { share = 1 } = body
  if (typeof share !== 'number' || !(share > 0 && share <= 1)) {
    throw refused('share has to be a number above 0 and at most 1')
  }
  return body['times'] === undefined
    ? { share }
    : { share, times: whole(body, 'times', 1, 1_000_000) }
}

function checkMembers(body: object, allowed: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !allowed.includes(name))
  if (unknown !== undefined) throw refused(`it takes no ${unknown}`)
}

function text(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name]
  if (typeof value === 'string' && value.length > 0 && value.length <= 500) return value
  throw refused(`${name} has to be a text of 1 to 500 characters`)
}

function whole(
  body: Readonly<Record<string, unknown>>,
  name: string,
  least: number,
  most: number,
): number {
  const value = body[name]
  const isFit = Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
  if (isFit) return Number(value)
  throw refused(`${name} has to be a whole number from ${least} to ${most}`)
}

function isOneOf<Value>(values: readonly Value[], value: unknown): value is Value {
  return (values as readonly unknown[]).includes(value)
}

function refused(why: string): LocalApiError {
  return new LocalApiError(400, `There is no such fault: ${why}.`)
}
