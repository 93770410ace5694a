import type { SignatureClaims, SignedBy } from './claims.ts'

/** May be a promise, since some words have a hash in them. */
type Refusal = Error | Promise<Error>

/** What of a credential's scope is wrong; `elements` are its five parts. */
export interface CredentialFault {
  by: SignedBy
  part: 'elements' | ScopePart
  credential: string
  /** What stands there, and what should. */
  given: string
  expected: string
  amzDate: string
}

export type ScopePart = 'date' | 'region' | 'service' | 'terminator'

/**
 * The words of a service for each way in which a request is not signed as it should be. Services of
 * AWS differ in their words, and in the order of the checks on a scope, and in nothing else.
 */
export interface Refusals {
  unsigned(): Refusal
  /** Both header and query. */
  signedTwice(authorization: string): Refusal
  unknownAlgorithm(fault: { by: SignedBy; authorization: string; hasDate: boolean }): Refusal
  /** Parts that are missing, or a date, or, with neither, parts that there should not be. */
  incomplete(fault: {
    by: SignedBy
    missing: readonly string[]
    authorization: string
    hasDate: boolean
  }): Refusal
  credential(fault: CredentialFault): Refusal
  /** `X-Amz-Expires`: an integer, from 0 to a week. */
  expiry(fault: 'not-a-number' | 'negative' | 'too-long'): Refusal
  unknownKey(accessKeyId: string): Refusal
  wrongToken(): Refusal
  expiredToken(): Refusal
  skewed(fault: { claims: SignatureClaims; nowMs: number; maxSkewMs: number }): Refusal
  unsignedHeaders(names: readonly string[]): Refusal
  mismatch(fault: {
    claims: SignatureClaims
    canonicalRequest: string
    stringToSign: string
  }): Refusal
  /** A presigned request whose time is over. */
  expired(fault: { expiresInSeconds: number; expiresAtMs: number; nowMs: number }): Refusal
}
