import type { UserPoolConfig } from '../config.ts'
import type { Level, Proof } from '../sign-in/proof.ts'

/** Values of `amr` (RFC 8176 and Cognito's own), but for `mfa`, which says that there are several. */
type Method = 'pwd' | 'otp' | 'sms' | 'email_otp' | 'swk' | 'hwk'

const methods: Readonly<Partial<Record<Proof, Method>>> = {
  PASSWORD: 'pwd',
  NEW_PASSWORD_REQUIRED: 'pwd',
  EMAIL_OTP: 'email_otp',
  EMAIL_MFA: 'email_otp',
  SMS_OTP: 'sms',
  SMS_MFA: 'sms',
  SOFTWARE_TOKEN_MFA: 'otp',
  // Only an authenticator app is proved by its set-up: an address is asked for its code next.
  MFA_SETUP: 'otp',
  WEB_AUTHN: 'swk',
  WEB_AUTHN_ROAMING: 'hwk',
}

const defaultNames = [1, 2, 3, 4].map((level) => `urn:cognito:loa:${level}`)

/** `amr`: how somebody has proved who they are, in the order in which they did. */
export function amrOf(proved: readonly Proof[]): string[] {
  const found = methodsOf(proved)
  return found.length > 1 ? [...found, 'mfa'] : found
}

/**
 * The level that proofs come up to; 0 for none that counts.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function levelOf(proved: readonly Proof[]): Level | 0 {
  const has = new Set(methodsOf(proved))
  const hasMessage = has.has('sms') || has.has('email_otp')
  if (has.has('pwd') && has.has('otp')) return 4
  if (has.has('swk') || has.has('hwk') || (has.has('pwd') && hasMessage)) return 3
  if (hasMessage) return 2
  return has.has('pwd') ? 1 : 0
}

/** `acr` of proofs that count at all, by the pool's own name for their level where it has one. */
export function acrOf(
  pool: Pick<UserPoolConfig, 'acrNames'>,
  proved: readonly Proof[],
): string | undefined {
  return acrOfLevel(pool, levelOf(proved))
}

export function acrOfLevel(
  { acrNames = defaultNames }: Pick<UserPoolConfig, 'acrNames'>,
  level: Level | 0,
): string | undefined {
  return acrNames[level - 1]
}

/**
 * The levels that a space-separated list of `acr` values names, the best liked first: of
 * TARGET_ACR_VALUES and of `acr_values`. What the pool does not know is left out.
 */
export function parseTargets(
  { acrNames = defaultNames }: Pick<UserPoolConfig, 'acrNames'>,
  text: string,
): Level[] {
  const levels = text.split(' ').map((name) => acrNames.indexOf(name) + 1)
  return levels.filter((level): level is Level => level > 0)
}

/**
 * Whether a proof is young enough for MAX_AGE or `max_age`; without either it is.
 *
 * @param maxAgeSeconds 0 asks for a new proof, whatever there is.
 */
export function isFresh(
  authTimeMs: number,
  maxAgeSeconds: number | undefined,
  nowMs: number,
): boolean {
  if (maxAgeSeconds === undefined) return true
  return maxAgeSeconds > 0 && nowMs - authTimeMs <= maxAgeSeconds * 1000
}

/** Proofs that may count at a later sign-in: not that of a sign-up, which is good for one. */
export function creditOf(proved: readonly Proof[]): Proof[] {
  return proved.filter((proof) => methods[proof] !== undefined)
}

function methodsOf(proved: readonly Proof[]): Method[] {
  return [...new Set(proved.flatMap((proof) => methods[proof] ?? []))]
}
