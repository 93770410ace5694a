import type { CredentialScope } from './signature.ts'

/** Where a signature stands. */
export type SignedBy = 'header' | 'query'

/** The claims of a signed request: well-formed and made for here, nothing else verified. */
export interface SignatureClaims {
  by: SignedBy
  accessKeyId: string
  scope: CredentialScope
  /** As they stood; lower case counts. */
  signedHeaders: readonly string[]
  /** Lower-case hex. */
  signature: string
  amzDate: string
  signedAtMs: number
  sessionToken: string | undefined
  /** Presigned requests only. */
  expiresInSeconds?: number
}
