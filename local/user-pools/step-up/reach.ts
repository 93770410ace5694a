import type { UserPoolConfig } from '../config.ts'
import { activeFactors, messageFactors, mfaOf } from '../mfa/factors.ts'
import type { MfaFactor, UserRecord } from '../model.ts'
import type { Level, Proof, StepUp } from '../sign-in/proof.ts'
import { levelOf } from './levels.ts'

const proofOf = {
  SMS_MFA: 'SMS_MFA',
  EMAIL_OTP: 'EMAIL_MFA',
  SOFTWARE_TOKEN_MFA: 'SOFTWARE_TOKEN_MFA',
} as const satisfies Record<MfaFactor, Proof>

const proofsOfFirst: Readonly<Record<string, Proof>> = {
  PASSWORD_SRP: 'PASSWORD',
  PASSWORD: 'PASSWORD',
  EMAIL_OTP: 'EMAIL_OTP',
  SMS_OTP: 'SMS_OTP',
  WEB_AUTHN: 'WEB_AUTHN',
}

/**
 * What somebody may be asked for to come up to a level. It is never anything that they would have to
 * set up first.
 *
 * API and domain go by it alike. To begin, `parseTargets` reads the list; its first level is taken
 * that `canReach` says the user can come up to with the first factors that the pool offers them, or
 * that their proofs have (`levelOf`) while these are fresh (`isFresh`). The sign-in then carries the
 * level as `target`, with earlier proofs as `proved`, and `nextStep` asks for what is missing.
 * `issueTokens` tells `acr` and `amr` of it.
 *
 * @returns second factors with which the proofs come up to the level; none where they do already, or
 *   cannot.
 */
export function missingFactors(
  pool: UserPoolConfig,
  user: UserRecord,
  proved: readonly Proof[],
  target: Level,
): MfaFactor[] {
  if (levelOf(proved) >= target) return []
  return ownFactors(pool, user).filter((factor) => levelOf([...proved, proofOf[factor]]) >= target)
}

/**
 * Whether a first factor leads there, with a second one after it where that is needed.
 *
 * @param user undefined for somebody who is not there, and shows no more than a password.
 */
export function leadsTo(
  pool: UserPoolConfig,
  user: UserRecord | undefined,
  firstFactor: string,
  { target, credit }: StepUp,
): boolean {
  const proof = proofsOfFirst[firstFactor]
  const proved = proof ? [...credit, proof] : credit
  if (levelOf(proved) >= target) return true
  return user !== undefined && missingFactors(pool, user, proved, target).length > 0
}

/** @param offered first factors, by their names on the wire. */
export function canReach(
  pool: UserPoolConfig,
  user: UserRecord | undefined,
  offered: readonly string[],
  stepUp: StepUp,
): boolean {
  const { target, credit } = stepUp
  if (levelOf(credit) >= target) return true
  if (user && missingFactors(pool, user, credit, target).length > 0) return true
  return offered.some((factor) => leadsTo(pool, user, factor, stepUp))
}

/** The second factors that are asked for in this pool, the one that is preferred first. */
function ownFactors(pool: UserPoolConfig, user: UserRecord): MfaFactor[] {
  if (pool.mfaConfiguration === 'OFF') return []
  const { preferred, softwareToken } = mfaOf(user)
  const active = activeFactors(pool, user)
  if (preferred && active.includes(preferred)) active.unshift(preferred)
  if (pool.mfaConfiguration === 'ON') {
    if (softwareToken) active.push('SOFTWARE_TOKEN_MFA')
    active.push(...messageFactors(pool, user))
  }
  return [...new Set(active)]
}
