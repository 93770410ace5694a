import type { ServiceName } from '../requests/request-name.ts'

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

/** Everything but `/_local`, which has to take faults off. */
export type FaultyService = Exclude<ServiceName, 'local-api'>

/** What goes wrong, with which requests, and how often. */
export interface FaultRule {
  kind: FaultKind
  /** All of them where it names none. */
  service?: FaultyService
  /** As the request log has it, e.g. `SignUp` or `POST /oauth2/token`. */
  operation?: string
  /** Of the requests that match, evenly: with 0.25 each fourth. */
  share: number
  /** Then it is over. */
  times?: number
  /** Of `refusal`: what the service answers. */
  error?: string
  message?: string
  /** Of `slow`: until the service is asked. */
  delayMs?: number
  /** Of `cut-off`: whether the service has done what it was asked by then. */
  isAfter?: boolean
  /** Of `skewed-clock`: how far clients are behind the local AWS, or (negative) ahead of it. */
  skewSeconds?: number
}

export interface Fault extends FaultRule {
  id: string
  /** How many requests it met. */
  hits: number
}

/** How a service says it, in its own protocol. */
export interface Refusal {
  status: number
  code: string
  message: string
}
