import type { Crypto } from '../../core/ports/crypto.ts'
import type { SignatureClaims } from '../../signature-v4/claims.ts'
import { createVerifier, type ResolveCredentials } from '../../signature-v4/verify-signature.ts'
import type { BucketConfig } from '../config.ts'
import { S3Error } from '../errors.ts'
import type { S3Request } from '../request.ts'
import type { Identity } from './identity.ts'
import { s3SignatureRules, signedTwice } from './refusals.ts'
import { proveVersion2 } from './version-2.ts'

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

/**
 * Proves a request's signature, in the query too, and with what it says of its payload. That of
 * version 2 is taken in the query alone.
 */
export function createAuthenticator(
  crypto: Crypto,
  resolveCredentials: ResolveCredentials,
): Authenticate {
  const verify = createVerifier({
    crypto,
    rules: s3SignatureRules,
    maxSkewMs: 15 * 60 * 1000,
    resolveCredentials,
  })

  return async (request, bucket, nowMs, wallNowMs = nowMs) => {
    if (!bucket && request.bucketName !== undefined && isUnsigned(request)) {
      throw new S3Error('NoSuchBucket', { details: { BucketName: request.bucketName } })
    }
    if (request.presignedBy === 'AWS') {
      checkSignedOnce(request)
      const clientNowMs = wallNowMs
      return proveVersion2(crypto, resolveCredentials, request, {
        region: bucket?.region,
        nowMs,
        clientNowMs,
      })
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
        payloadHash: (claims) => payloadHashOf(request, claims),
        nowMs,
        clientNowMs: wallNowMs,
      },
    )
    const { amzDate, scope, signature, by, signedAtMs } = claims
    return {
      signed: { by, version: 'AWS4-HMAC-SHA256', signedAtMs, payloadHash },
      credentials,
      seed: { signature, amzDate, scope, signingKey },
    }
  }
}

/** A stranger's request: of a bucket that is there it hears AccessDenied, of another NoSuchBucket. */
function isUnsigned({ headers, presignedBy }: S3Request): boolean {
  return !headers.has('authorization') && presignedBy === undefined
}

/** @throws InvalidArgument */
function checkSignedOnce({ headers, query }: S3Request): void {
  const authorization = headers.get('authorization')
  if (authorization === null && !query.has('X-Amz-Algorithm')) return
  throw signedTwice(authorization ?? query.get('Signature') ?? '')
}

/** @throws InvalidRequest. Presigned requests need not say it, and have not where they did not sign it. */
function payloadHashOf(request: S3Request, { by, signedHeaders }: SignatureClaims): string {
  const name = 'x-amz-content-sha256'
  if (by === 'query') {
    const isSaid = signedHeaders.includes(name) || !request.headers.has(name)
    return (isSaid ? request.header(name) : undefined) ?? 'UNSIGNED-PAYLOAD'
  }
  const payloadHash = request.headers.get(name)
  if (payloadHash !== null) return payloadHash
  throw new S3Error('InvalidRequest', {
    message: 'Missing required header for this request: x-amz-content-sha256',
  })
}
