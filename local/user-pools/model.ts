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
  /** The verifiers before it, newest first, when the pool's policy remembers any. */
  readonly passwordHistory?: readonly PasswordVerifier[]
  /** Of a temporary password, which is good for as long as the pool's policy says. */
  readonly temporaryPasswordSetAtMs?: number
  /** New values that wait for VerifyUserAttribute while the old ones stay live. */
  readonly pendingAttributes?: Readonly<Partial<Record<ContactAttribute, string>>>
  /** At whose hands they sign in, oldest first: the one they came by, and those linked since. */
  readonly identities?: readonly FederatedIdentity[]
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

export type ContactAttribute = 'email' | 'phone_number'
export type AliasAttribute = ContactAttribute | 'preferred_username'

type UserStatus =
  | 'UNCONFIRMED'
  | 'CONFIRMED'
  | 'RESET_REQUIRED'
  | 'FORCE_CHANGE_PASSWORD'
  | 'EXTERNAL_PROVIDER'
