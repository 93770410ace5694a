/** What somebody has shown at a sign-in. A challenge that was met is a proof, too. */
export type Proof =
  | 'PASSWORD'
  | OneTimeCode
  | 'WEB_AUTHN'
  /** A passkey of a security key, or of another device than the one at hand. */
  | 'WEB_AUTHN_ROAMING'
  /** That they have just signed up, without any code. */
  | 'SIGN_UP'
  | 'SIGN_UP_CODE'
  | 'NEW_PASSWORD_REQUIRED'
  | 'SOFTWARE_TOKEN_MFA'
  | 'SMS_MFA'
  | 'EMAIL_MFA'
  | 'MFA_SETUP'
  | 'DEVICE_PASSWORD_VERIFIER'
  /** Whatever the pool's own functions have asked for. */
  | 'CUSTOM_CHALLENGE'

export type OneTimeCode = 'EMAIL_OTP' | 'SMS_OTP'

/** How surely it is known who somebody is: `Level1` to `Level4` of a pool's `AcrConfiguration`. */
export type Level = 1 | 2 | 3 | 4

/** A sign-in that has to come up to a level, or go further than it has. */
export interface StepUp {
  target: Level
  /** Of an earlier sign-in, where it counts: these are not asked for again. */
  credit: readonly Proof[]
}

/** How somebody has shown who they are at an identity provider. */
export interface ProviderProof {
  level: Level
  /** Values of `amr`. */
  amr: readonly string[]
}
