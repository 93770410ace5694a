/**
 * Proves a token of `Logins`, whoever issued it: signature, issuer, expiry, use. The identity pool
 * itself then compares the audience with the clients that it knows.
 *
 * @param providerName the key of `Logins`, e.g. `localhost:9229/us-east-1_AbCdEfGhI`.
 */
export type VerifyLogin = (providerName: string, token: string) => Promise<VerifiedLogin>

/** A proven login, or why it is none. */
export type VerifiedLogin = ProvenLogin | LoginFailure

export interface ProvenLogin {
  kind: 'verified'
  /** `sub`: stable, and unique within the provider. */
  subject: string
  /** `aud`: the app client. */
  audience: string
  /** All claims of the token, for role mapping. */
  claims: Readonly<Record<string, unknown>>
  /**
   * False when the person is deleted, disabled or signed out since. Asked for only where the
   * provider has ServerSideTokenCheck.
   */
  active: boolean
}

export type LoginFailure =
  /** Nobody here issues tokens under that name. */
  | { kind: 'unsupported-provider' }
  /** `now >= exp`, both in epoch seconds, as the message shows them. */
  | { kind: 'expired'; nowSeconds: number; expiresAtSeconds: number }
  /** `iss` is not the provider's. */
  | { kind: 'issuer-mismatch' }
  /** A valid token of the provider, but not an ID token. */
  | { kind: 'not-an-id-token' }
  /** A token that an identity pool issued. */
  | { kind: 'cognito-token' }
  /** Signed out, disabled or deleted, where the provider cannot tell more. */
  | { kind: 'inactive' }
  /** An unknown key or a wrong signature. */
  | { kind: 'invalid' }
