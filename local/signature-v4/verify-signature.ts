import type { Crypto } from '../core/ports/crypto.ts'
import type { Credentials } from '../iam/policy/policy.ts'
import { utf8OfHeader } from '../http/header-text.ts'
import { canonicalRequest } from './canonical-request.ts'
import type { SignatureClaims } from './claims.ts'
import { readSignature, type SignatureRules, type SignedMessage } from './read-signature.ts'
import {
  deriveSigningKey,
  isSameSignature,
  sign,
  stringToSign,
  type CredentialScope,
} from './signature.ts'

/** Who signed a request, proved. */
interface VerifiedSignature {
  claims: SignatureClaims
  credentials: Credentials
  payloadHash: string
  /** For what continues the signature, as chunks of a body do. */
  signingKey: Uint8Array
}

/** Whose access key it is; expired ones are found for a while. */
export type ResolveCredentials = (accessKeyId: string) => Credentials | undefined

export interface VerifierOptions {
  crypto: Crypto
  rules: SignatureRules
  maxSkewMs: number
  resolveCredentials: ResolveCredentials
}

interface VerificationContext {
  /** Of what is asked for, where that is known. */
  region: string | undefined
  /** Lower-case hex, or one of the constants such as `UNSIGNED-PAYLOAD`. */
  payloadHash: (claims: SignatureClaims) => string | Promise<string>
  nowMs: number
  /** The time that clients have; `nowMs` where they cannot differ. */
  clientNowMs?: number
}

export type VerifySignature = (
  message: SignedMessage,
  context: VerificationContext,
) => Promise<VerifiedSignature>

const maxCachedKeys = 500
const encoder = new TextEncoder()

/**
 * Proves a request's signature. The order of the checks decides which error wins, and is AWS's: the
 * form, the scope, the key, its token, the times, the headers, and the signature last.
 */
export function createVerifier(options: VerifierOptions): VerifySignature {
  const { crypto, rules, maxSkewMs, resolveCredentials } = options
  const { refuse } = rules
  const signingKeyOf = createSigningKeys(crypto)

  return async (message, { region, nowMs, clientNowMs = nowMs, ...context }) => {
    const claims = await readSignature(rules, message, region)
    const payloadHash = await context.payloadHash(claims)
    const credentials = resolveCredentials(claims.accessKeyId)
    if (!credentials) throw await refuse.unknownKey(claims.accessKeyId)
    // Temporary keys are worth nothing without the token they were issued with; others have none.
    const token = encoder.encode(claims.sessionToken ?? '')
    if (!crypto.equal(token, encoder.encode(credentials.sessionToken ?? ''))) {
      throw await refuse.wrongToken()
    }
    if (nowMs >= (credentials.expiresAtMs ?? Infinity)) throw await refuse.expiredToken()
    if (isSkewed(claims, clientNowMs, maxSkewMs)) {
      throw await refuse.skewed({ claims, nowMs: clientNowMs, maxSkewMs })
    }
    const unsigned = unsignedHeaders(message, claims)
    if (unsigned.length > 0) throw await refuse.unsignedHeaders(unsigned)

    const canonical = canonicalRequest({
      method: message.method,
      path: message.path,
      query: message.query.filter(([name]) => claims.by === 'header' || name !== 'X-Amz-Signature'),
      headers: claims.signedHeaders.map((name) => [name, signedValue(message, name)]),
      payloadHash,
    })
    const text = await stringToSign(crypto, claims.amzDate, claims.scope, canonical)
    const signingKey = await signingKeyOf(credentials.secretAccessKey, claims.scope)
    const expected = await sign(crypto, signingKey, text)
    if (!isSameSignature(crypto, expected, claims.signature)) {
      throw await refuse.mismatch({ claims, canonicalRequest: canonical, stringToSign: text })
    }
    await checkNotExpired(claims, clientNowMs, rules)
    return { claims, credentials, payloadHash, signingKey }
  }
}

/** A presigned request may be as old as it says itself. */
function isSkewed({ by, signedAtMs }: SignatureClaims, nowMs: number, maxSkewMs: number): boolean {
  const aheadMs = signedAtMs - nowMs
  return aheadMs > maxSkewMs || (by === 'header' && aheadMs < -maxSkewMs)
}

async function checkNotExpired(
  { signedAtMs, expiresInSeconds }: SignatureClaims,
  nowMs: number,
  { refuse }: SignatureRules,
): Promise<void> {
  if (expiresInSeconds === undefined) return
  const expiresAtMs = signedAtMs + expiresInSeconds * 1000
  if (nowMs >= expiresAtMs) throw await refuse.expired({ expiresInSeconds, expiresAtMs, nowMs })
}

/**
 * With any of these left out, a signature could be moved to another operation, time or host. The hash
 * of the body alone counts for nothing beside a presigned URL that did not sign it (recorded of S3,
 * February 2026): some SDKs send it along.
 */
function unsignedHeaders(
  { headers }: SignedMessage,
  { signedHeaders, by }: SignatureClaims,
): string[] {
  const needed = ['host', ...[...headers.keys()].filter((name) => name.startsWith('x-amz-'))]
  return needed.filter(
    (name) => !signedHeaders.includes(name) && !(by === 'query' && name === 'x-amz-content-sha256'),
  )
}

/** Only what was sent as a header: what stands in the query is signed with the query. */
function signedValue({ headers, host }: SignedMessage, name: string): string {
  if (name === 'host') return host
  return utf8OfHeader((isHeaderName(name) ? headers.get(name) : null) ?? '')
}

/** A token of RFC 9110, section 5.6.2. A signature can name what no header can be. */
export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+.^`|~\w-]+$/.test(name)
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
    const id = [secretAccessKey, scope.date, scope.region, scope.service].join('/')
    const known = keys.get(id)
    if (known) return known
    const key = await deriveSigningKey(crypto, secretAccessKey, scope)
    if (keys.size >= maxCachedKeys) keys.clear()
    keys.set(id, key)
    return key
  }
}
