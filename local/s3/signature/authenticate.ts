import type { Crypto } from '../../core/ports/crypto.ts'
import {
  canonicalRequest,
  deriveSigningKey,
  isSameSignature,
  sign,
  stringToSign,
  type CredentialScope,
} from '../../core/crypto/sigv4.ts'
import type { ChunkSeed } from '../../core/crypto/sigv4-chunks.ts'
import type { SessionCredentials } from '../../iam/policy/policy.ts'
import type { BucketConfig } from '../config.ts'
import { S3Error } from '../errors.ts'
import { isHeaderName, type S3Request } from '../request.ts'
import { isUnsigned, readSignedRequest, type SignedRequest } from './signed-request.ts'

/** Who signed a request, proved. */
export interface Identity {
  signed: SignedRequest
  credentials: SessionCredentials
  /** For the chunks of an `aws-chunked` body. */
  seed: ChunkSeed
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

const maxSkewMs = 15 * 60 * 1000
const maxCachedKeys = 500
const encoder = new TextEncoder()

/**
 * Proves a request's signature. The order of the checks decides which error wins, and is S3's: the
 * key, its token, the times, the headers, and the signature last.
 */
export function createAuthenticator(
  crypto: Crypto,
  resolveCredentials: (accessKeyId: string) => SessionCredentials | undefined,
): Authenticate {
  const signingKey = createSigningKeys(crypto)

  return async (request, bucket, nowMs, wallNowMs = nowMs) => {
    if (!bucket && request.bucketName !== undefined && isUnsigned(request)) {
      throw new S3Error('NoSuchBucket', { details: { BucketName: request.bucketName } })
    }
    const signed = readSignedRequest(request)
    if (bucket) checkRegion(signed, bucket.region)
    const credentials = resolveCredentials(signed.accessKeyId)
    if (!credentials) {
      throw new S3Error('InvalidAccessKeyId', { details: { AWSAccessKeyId: signed.accessKeyId } })
    }
    checkSessionToken(crypto, signed, credentials)
    if (nowMs >= credentials.expiresAtMs) throw new S3Error('ExpiredToken')
    checkTimes(signed, wallNowMs)
    checkSignedHeaders(request, signed)

    const key = await signingKey(credentials.secretAccessKey, signed.scope)
    const canonical = canonicalRequest({
      method: request.method,
      path: request.canonicalPath,
      query: request.query.pairs.filter(([name]) => name !== 'X-Amz-Signature'),
      headers: signed.signedHeaders.map((name) => [name, signedValue(request, name)]),
      payloadHash: signed.payloadHash,
    })
    const text = await stringToSign(crypto, signed.amzDate, signed.scope, canonical)
    const expected = await sign(crypto, key, text)
    if (!isSameSignature(crypto, expected, signed.signature)) {
      throw new S3Error('SignatureDoesNotMatch', {
        details: {
          AWSAccessKeyId: signed.accessKeyId,
          StringToSign: text,
          SignatureProvided: signed.signature,
          CanonicalRequest: canonical,
        },
      })
    }
    checkNotExpired(signed, wallNowMs)
    const { amzDate, scope, signature } = signed
    return { signed, credentials, seed: { signature, amzDate, scope, signingKey: key } }
  }
}

function checkRegion(signed: SignedRequest, region: string): void {
  if (signed.scope.region === region) return
  const reason = `the region '${signed.scope.region}' is wrong; expecting '${region}'`
  throw signed.by === 'header'
    ? new S3Error('AuthorizationHeaderMalformed', {
        message: `The authorization header is malformed; ${reason}`,
        details: { Region: region },
      })
    : new S3Error('AuthorizationQueryParametersError', {
        message: `Error parsing the X-Amz-Credential parameter; ${reason}`,
        details: { Region: region },
      })
}

/** Temporary keys are worth nothing without the token they were issued with. */
function checkSessionToken(
  crypto: Crypto,
  { sessionToken }: SignedRequest,
  credentials: SessionCredentials,
): void {
  const provided = encoder.encode(sessionToken ?? '')
  if (!crypto.equal(provided, encoder.encode(credentials.sessionToken))) {
    throw new S3Error('InvalidToken')
  }
}

/** @throws RequestTimeTooSkewed, AccessDenied */
function checkTimes(signed: SignedRequest, nowMs: number): void {
  if (signed.by === 'query') {
    if (signed.signedAtMs - nowMs <= maxSkewMs) return
    throw new S3Error('AccessDenied', {
      message: 'Request is not valid yet',
      details: { ServerTime: isoSeconds(nowMs) },
    })
  }
  if (Math.abs(signed.signedAtMs - nowMs) <= maxSkewMs) return
  throw new S3Error('RequestTimeTooSkewed', {
    details: {
      RequestTime: signed.amzDate,
      ServerTime: isoSeconds(nowMs),
      MaxAllowedSkewMilliseconds: maxSkewMs,
    },
  })
}

function checkNotExpired(signed: SignedRequest, nowMs: number): void {
  if (signed.expiresInSeconds === undefined) return
  const expiresAtMs = signed.signedAtMs + signed.expiresInSeconds * 1000
  if (nowMs < expiresAtMs) return
  throw new S3Error('AccessDenied', {
    message: 'Request has expired',
    details: {
      'X-Amz-Expires': signed.expiresInSeconds,
      Expires: isoSeconds(expiresAtMs),
      ServerTime: isoSeconds(nowMs),
    },
  })
}

/** `host` and every `x-amz-*` header must be signed, or a proxy could add one. */
function checkSignedHeaders(request: S3Request, { signedHeaders }: SignedRequest): void {
  const unsigned = ['host', ...request.headers.keys()].filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !signedHeaders.includes(name),
  )
  if (unsigned.length === 0) return
  throw new S3Error('AccessDenied', {
    message: 'There were headers present in the request which were not signed',
    details: { HeadersNotSigned: [...new Set(unsigned)].join(', ') },
  })
}

/** Only what was sent as a header: what stands in the query is signed with the query. */
function signedValue(request: S3Request, name: string): string {
  if (name === 'host') return request.signedHost
  return (isHeaderName(name) ? request.headers.get(name) : null) ?? ''
}

/**
 * Deriving a key takes four HMACs; a client uses the same one all day. It follows from the secret
 * and the scope alone: whether the secret still counts was decided before, anew for each request.
 */
function createSigningKeys(
  crypto: Crypto,
): (secretAccessKey: string, scope: CredentialScope) => Promise<Uint8Array> {
  const keys = new Map<string, Uint8Array>()
  return async (secretAccessKey, scope) => {
    const id = [secretAccessKey, scope.date, scope.region].join('/')
    const known = keys.get(id)
    if (known) return known
    const key = await deriveSigningKey(crypto, secretAccessKey, scope)
    if (keys.size >= maxCachedKeys) keys.clear()
    keys.set(id, key)
    return key
  }
}

function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}/, '')
}
