import { Secret, TOTP } from 'otpauth'

/** The code that an authenticator app shows. @param steps later, of 30 seconds. */
export function codeOf(secret: string, nowMs: number, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return totp.generate({ timestamp: nowMs + steps * 30_000 })
}

/** One that it does not show. */
export function wrongCode(secret: string, nowMs: number): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, nowMs, steps))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find(
    (code) => !near.includes(code),
  )!
}
