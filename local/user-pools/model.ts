import type { PasswordHashingAlgorithmType } from '@aws-sdk/client-cognito-identity-provider'

/** A user as the store keeps it. Records are never changed in place: spread, then `users.update`. */
export interface UserRecord {
  readonly poolId: string
  /** Equals `sub` in pools whose username is an e-mail address or phone number. */
  readonly username: string
  readonly sub: string
  /** All but `sub`. `email_verified` and `phone_number_verified` are `"true"` or `"false"`. */
  readonly attributes: Readonly<Record<string, string>>
  /** Attributes whose value signs this user in. Values in here are unique in the pool. */
  readonly aliases: readonly AliasAttribute[]
  readonly status: UserStatus
  readonly enabled: boolean
  /** Never the password itself. Undefined for a user who signs in without one. */
  readonly password?: PasswordVerifier
  /** Came with an import, until they sign in with it for the first time; `password` is then its verifier. */
  readonly importedHash?: ImportedHash
  /** The verifiers before it, newest first, when the pool's policy remembers any. */
  readonly passwordHistory?: readonly PasswordVerifier[]
  /** Of a temporary password, which is good for as long as the pool's policy says. */
  readonly temporaryPasswordSetAtMs?: number
  /** Undefined for a user who has set nothing up. */
  readonly mfa?: UserMfa
  /** New values that wait for VerifyUserAttribute while the old ones stay live. */
  readonly pendingAttributes?: Readonly<Partial<Record<ContactAttribute, string>>>
  /** At whose hands they sign in, oldest first: the one they came by, and those linked since. */
  readonly identities?: readonly FederatedIdentity[]
  /** Names of the groups that they were put into, oldest first; one that is gone is none. */
  readonly groups?: readonly string[]
  /** Tokens issued before it are revoked (GlobalSignOut). */
  readonly tokensValidAfterMs?: number
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

/** Someone as an identity provider knows them. One identity belongs to one user of a pool. */
export interface FederatedIdentity {
  readonly providerName: string
  /** As tokens tell it: `Google`, `OIDC`, … */
  readonly providerType: string
  /** The provider's `sub`. */
  readonly userId: string
  /** Of a SAML provider only; null for all that there are here. */
  readonly issuer: string | null
  /** Whether the user exists because of it; a linked one is not. */
  readonly primary: boolean
  readonly createdAtMs: number
}

/** SRP-6a: salt and verifier, lower-case hex (RFC 5054, section 2.4). */
export interface PasswordVerifier {
  readonly saltHex: string
  readonly verifierHex: string
}

/** A password as another system kept it: the parameters and the salt are in it. */
export interface ImportedHash {
  readonly algorithm: PasswordHashingAlgorithmType
  readonly hash: string
}

export type MfaFactor = 'SMS_MFA' | 'EMAIL_OTP' | 'SOFTWARE_TOKEN_MFA'

/** A user's second factors, as they have chosen them. */
export interface UserMfa {
  /** `UserMFASettingList`. */
  readonly enabled: readonly MfaFactor[]
  /** One of `enabled`. */
  readonly preferred?: MfaFactor
  readonly softwareToken?: SoftwareToken
  /** Whether a passkey with user verification stands for both factors, where the pool lets it. */
  readonly webAuthn?: boolean
  /** Associated, and not verified yet: until it is, the one before counts. */
  readonly pendingSecret?: string
}

/** An authenticator app (RFC 6238: SHA-1, six digits, 30 seconds). */
export interface SoftwareToken {
  /** Base32 of 20 bytes. In clear: codes are made of it. */
  readonly secret: string
  /** `FriendlyDeviceName`. */
  readonly name?: string
  /** The time step of the newest code that was taken. None of it, or from before, is taken again. */
  readonly lastStep: number
}

export type ContactAttribute = 'email' | 'phone_number'
export type AliasAttribute = ContactAttribute | 'preferred_username'

type UserStatus =
  | 'UNCONFIRMED'
  | 'CONFIRMED'
  | 'RESET_REQUIRED'
  | 'FORCE_CHANGE_PASSWORD'
  | 'EXTERNAL_PROVIDER'
