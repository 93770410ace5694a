import type { Credentials } from '../../iam/policy/policy.ts'
import type { ChunkSeed } from '../../signature-v4/chunk-signer.ts'

/** Who signed a request, proved. */
export interface Identity {
  signed: SignedRequest
  credentials: Credentials
  /** For the chunks of an `aws-chunked` body: Signature Version 4 alone signs them. */
  seed?: ChunkSeed
}

interface SignedRequest {
  /** Where the signature stands. */
  by: 'header' | 'query' | 'form'
  version: 'AWS4-HMAC-SHA256' | 'AWS'
  /** Undefined where it says only until when it is good. */
  signedAtMs?: number
  /** Lower-case hex, or one of the constants such as `UNSIGNED-PAYLOAD`. */
  payloadHash: string
}
