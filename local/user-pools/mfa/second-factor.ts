import { invalidParameter } from '../attributes/rules.ts'
import type { UserPoolConfig } from '../config.ts'
import type { MfaFactor, UserRecord } from '../model.ts'
import { activeFactors, messageFactors, mfaOf } from './factors.ts'

/** What a right password leads to where a second factor may be asked for. */
export type SecondFactor =
  | { step: 'none' }
  | { step: 'prove'; factor: MfaFactor }
  | { step: 'choose'; factors: readonly MfaFactor[] }
  | { step: 'set-up'; factors: readonly MfaFactor[] }
  | { step: 'impossible' }

interface Facts {
  configuration: UserPoolConfig['mfaConfiguration']
  /** The user's own. */
  active: readonly MfaFactor[]
  preferred: MfaFactor | undefined
  hasToken: boolean
  /** By message, usable at once. */
  messages: readonly MfaFactor[]
  /** Whether the pool lets people set an authenticator app up. */
  offersToken: boolean
  /** What could be set up, were there an address. */
  settable: readonly MfaFactor[]
  hasAddress: boolean
}

interface Rule {
  holds: (facts: Facts) => boolean
  outcome: (facts: Facts) => SecondFactor
}

const none = (): SecondFactor => ({ step: 'none' })
const prove = (factor: MfaFactor): SecondFactor => ({ step: 'prove', factor })
const token = 'SOFTWARE_TOKEN_MFA'

/**
 * AWS's decision at run time, in its order. Where the pool lets people set an authenticator app up,
 * somebody whose only address is their recovery channel is sent there, and is not turned away.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
const rules: readonly Rule[] = [
  { holds: ({ configuration }) => configuration === 'OFF', outcome: none },
  {
    holds: ({ configuration, active }) => configuration === 'OPTIONAL' && active.length > 0,
    outcome: ({ active, preferred }) => (preferred ? prove(preferred) : proveOrChoose(active)),
  },
  { holds: ({ configuration }) => configuration === 'OPTIONAL', outcome: none },
  {
    holds: ({ preferred }) => preferred !== undefined,
    outcome: ({ preferred }) => prove(preferred ?? token),
  },
  {
    holds: ({ hasToken }) => hasToken,
    outcome: ({ messages }) => proveOrChoose([token, ...messages]),
  },
  {
    holds: ({ messages }) => messages.length > 0,
    outcome: ({ messages }) => proveOrChoose(messages),
  },
  {
    holds: ({ hasAddress, offersToken }) => hasAddress && offersToken,
    outcome: () => setUp([token]),
  },
  { holds: ({ hasAddress }) => hasAddress, outcome: () => ({ step: 'impossible' }) },
  { holds: ({ settable }) => settable.length > 0, outcome: ({ settable }) => setUp(settable) },
]

/** Of several a person chooses. */
export function proveOrChoose(factors: readonly MfaFactor[]): SecondFactor {
  const [only, ...others] = factors
  return only && others.length === 0 ? prove(only) : { step: 'choose', factors }
}

function setUp(factors: readonly MfaFactor[]): SecondFactor {
  return { step: 'set-up', factors }
}

/** What is asked of a user of the pool who has proved a first factor. */
export function secondFactorOf(pool: UserPoolConfig, user: UserRecord): SecondFactor {
  const facts = factsOf(pool, user)
  const rule = rules.find(({ holds }) => holds(facts))
  return rule ? rule.outcome(facts) : { step: 'impossible' }
}

/**
 * The same of somebody whose sign-in is risky: what an optional factor asks of them, else what a required
 * one would.
 */
export function factorForRisk(pool: UserPoolConfig, user: UserRecord): SecondFactor {
  if (pool.mfaConfiguration === 'OFF') return { step: 'impossible' }
  const usual = secondFactorOf(pool, user)
  return usual.step === 'none' ? secondFactorOf({ ...pool, mfaConfiguration: 'ON' }, user) : usual
}

function factsOf(pool: UserPoolConfig, user: UserRecord): Facts {
  const active = activeFactors(pool, user)
  const { preferred, softwareToken } = mfaOf(user)
  const [recovery] = pool.recoveryMechanisms
  return {
    configuration: pool.mfaConfiguration,
    active,
    preferred: preferred && active.includes(preferred) ? preferred : undefined,
    hasToken: softwareToken !== undefined,
    messages: messageFactors(pool, user),
    offersToken: pool.enabledMfas.includes(token),
    settable: pool.enabledMfas.filter((factor) => channelOf(factor) !== recovery),
    hasAddress: ['email', 'phone_number'].some((attribute) => !!user.attributes[attribute]),
  }
}

function channelOf(factor: MfaFactor): string | undefined {
  if (factor === token) return undefined
  return factor === 'EMAIL_OTP' ? 'verified_email' : 'verified_phone_number'
}

/** Of somebody who can neither prove nor set up a second factor that the pool requires. */
export function secondFactorImpossible(): Error {
  return invalidParameter(
    'The user has no second factor that the user pool takes, and cannot set one up.',
  )
}
