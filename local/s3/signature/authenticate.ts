import type { Crypto } from '../../core/ports/crypto.ts'
import type { Credentials } from '../../iam/policy/policy.ts'
import type { ChunkSeed } from '../../signature-v4/chunk-signer.ts'
import type { SignatureClaims, SignedBy } from '../../signature-v4/claims.ts'
import { createVerifier, type ResolveCredentials } from '../../signature-v4/verify-signature.ts'
import type { BucketConfig } from '../config.ts'
import { S3Error } from '../errors.ts'
import type { S3Request } from '../request.ts'
import { s3Refusals } from './refusals.ts'

/** Who signed a request, proved. */
export interface Identity {
  signed: SignedRequest
  credentials: Credentials
  /** For the chunks of an `aws-chunked` body. */
  seed: ChunkSeed
}

interface SignedRequest extends SignatureClaims {
  payloadHash: string
}

/**
 * @param wallNowMs the time that clients have, who date their requests: ours may be moved. What we
 *   dated ourselves, the end of credentials, is compared with `nowMs`.
 */
export type Authenticate = (
  request: S3Request,
  bucket: BucketConfig | undefined,
  nowMs: number,
  wallNowMs?: number,
) => Promise<Identity>

/** Proves a request's signature, in the query too, and with what it says of its payload. */
export function createAuthenticator(
  crypto: Crypto,
  resolveCredentials: ResolveCredentials,
): Authenticate {
  const verify = createVerifier({
    crypto,
    rules: {
      service: 's3',
      scopeOrder: ['date', 'service', 'terminator', 'region'],
      isPresignable: true,
      ignoresUnknownParts: false,
      refuse: s3Refusals,
    },
    maxSkewMs: 15 * 60 * 1000,
    resolveCredentials,
  })

  return async (request, bucket, nowMs, wallNowMs = nowMs) => {
    if (!bucket && request.bucketName !== undefined && isUnsigned(request)) {
      throw new S3Error('NoSuchBucket', { details: { BucketName: request.bucketName } })
    }
    const { claims, credentials, payloadHash, signingKey } = await verify(
      {
        method: request.method,
        path: request.canonicalPath,
        query: request.query.pairs,
        headers: request.headers,
        host: request.signedHost,
      },
      {
        region: bucket?.region,
        payloadHash: ({ by }) => payloadHashOf(request, by),
        nowMs,
        clientNowMs: wallNowMs,
      },
    )
    const { amzDate, scope, signature } = claims
    return {
      signed: { ...claims, payloadHash },
      credentials,
      seed: { signature, amzDate, scope, signingKey },
    }
  }
}

/** A stranger's request: of a bucket that is there it hears AccessDenied, of another NoSuchBucket. */
function isUnsigned({ headers, query }: S3Request): boolean {
  return !headers.has('authorization') && !query.has('X-Amz-Algorithm')
}

/** @throws InvalidRequest. Presigned requests need not say it. */
function payloadHashOf(request: S3Request, by: SignedBy): string {
  if (by === 'query') return request.header('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD'
  const payloadHash = request.headers.get('x-amz-content-sha256')
  if (payloadHash !== null) return payloadHash
  throw new S3Error('InvalidRequest', {
    message: 'Missing required header for this request: x-amz-content-sha256',
  })
}
