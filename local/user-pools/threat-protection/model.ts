import type { Place } from '../../http/sender.ts'

export type RiskLevel = 'Low' | 'Medium' | 'High'

/** What may be found of a sign-in; `assessment/assess.ts` says what each means. */
export type RiskRule = 'NewDevice' | 'NewAddress' | 'ManyFailures' | 'ImpossibleTravel'

/** Where a request came from, as an event tells it. */
export interface RequestContext {
  ipAddress: string
  /** E.g. `Chrome 125, Windows`. */
  deviceName: string
  /** Undefined where nobody says. */
  place?: Place
}

/** Something that somebody did, or tried, about getting into an account. */
export interface AuthEvent {
  /** Of a sign-in, `event_id` of its tokens. */
  id: string
  type: 'SignIn' | 'SignUp' | 'ForgotPassword' | 'PasswordChange' | 'ResendCode'
  createdAtMs: number
  clientId: string
  response: 'Pass' | 'Fail' | 'InProgress'
  /** NoRisk is no action, whatever was found; Block is what was prevented. */
  decision: 'NoRisk' | 'AccountTakeover' | 'Block'
  /** Undefined where no rule has found anything. */
  level?: RiskLevel
  /** Those that have. AWS's events have no place for them. */
  rules: readonly RiskRule[]
  isCompromised: boolean
  challenges: readonly Challenge[]
  context: RequestContext
  feedback?: Feedback
  /** Base64url of 32 bytes: in the mail that told of it, for its links. */
  feedbackToken?: string
}

interface Challenge {
  name: 'Password' | 'Mfa'
  isRight: boolean
}

interface Feedback {
  value: 'Valid' | 'Invalid'
  provider: 'Admin' | 'User'
  atMs: number
}

/** Finds an event without looking through all. */
export interface EventKey {
  id: string
  /** How many events the user had before it. */
  number: number
}

/** What threat protection has made of a sign-in, for as long as that is under way. */
export interface SignInProtection {
  event: EventKey
  /** A second factor is asked for, whatever the pool asks else. */
  asksForFactor?: boolean
}
