import { Secret, TOTP } from 'otpauth'
import { randomBase32, type Random } from '../../core/ports/random.ts'
import { UserPoolError } from '../errors.ts'
import type { SoftwareToken } from '../model.ts'

const stepMs = 30_000

/** @returns base32 of 20 bytes, as RFC 4226 wants for SHA-1. */
export function newSecret(random: Random): string {
  return randomBase32(random, 32)
}

/**
 * The time step that a code is of: this one, or one either side of it for clocks that differ.
 *
 * @returns undefined for a wrong code.
 * @see https://www.rfc-editor.org/rfc/rfc6238
 */
export function findStep(secret: string, code: string, nowMs: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6 })
  const delta = totp.validate({ token: code, timestamp: nowMs, window: 1 })
  return delta === null ? undefined : Math.floor(nowMs / stepMs) + delta
}

/**
 * The token with a code of `step` counted as taken.
 *
 * @throws ExpiredCodeException for a code that was taken before, be it at the set-up or a sign-in.
 */
export function withStep(token: SoftwareToken, step: number): SoftwareToken {
  if (step > token.lastStep) return { ...token, lastStep: step }
  throw new UserPoolError('ExpiredCodeException', 'Your software token has already been used once.')
}

/**
 * What authenticator apps read as a QR code or open as a link. Algorithm, digits and period are left
 * out: some apps know only the defaults.
 *
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function keyUri(issuer: string, account: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}
