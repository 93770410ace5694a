/** As `GET /_local/faults` lists it, and as `POST` takes it without its id and hits. */
interface FaultRule {
  kind: FaultKind
  service?: string
  operation?: string
  /** Of the requests that match, evenly. */
  share?: number
  times?: number
  error?: string
  message?: string
  delayMs?: number
  isAfter?: boolean
  skewSeconds?: number
}

export interface Fault extends FaultRule {
  id: string
  hits: number
}

export interface Faults {
  faults: readonly Fault[]
  presets: readonly { name: string; row: string }[]
}

/** What the page does. */
export type FaultChange =
  | { do: 'add'; fault: FaultRule | { preset: string } }
  | { do: 'remove'; id: string }
  | { do: 'clear' }

export const faultKinds = [
  'throttle',
  'error',
  'refusal',
  'expired',
  'slow',
  'cut-off',
  'no-cors',
  'skewed-clock',
] as const

export type FaultKind = (typeof faultKinds)[number]

/** A fault from a form's fields; what was left empty is left out. */
export function readRule(form: FormData): FaultRule {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const number = (name: string) => {
    const value = text(name)
    return value === undefined ? undefined : Number(value)
  }
  const kind = faultKinds.find((each) => each === text('kind')) ?? 'throttle'
  const share = number('share')
  return withoutEmpty({
    kind,
    service: text('service'),
    operation: text('operation'),
    share: share === undefined ? undefined : share / 100,
    times: number('times'),
    error: text('error'),
    message: text('message'),
    delayMs: number('delayMs'),
    isAfter: kind === 'cut-off' ? text('isAfter') !== 'no' : undefined,
    skewSeconds: number('skewSeconds'),
  })
}

type Given = { [Name in keyof FaultRule]: FaultRule[Name] | undefined } & { kind: FaultKind }

function withoutEmpty(given: Given): FaultRule {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as unknown as FaultRule
}
