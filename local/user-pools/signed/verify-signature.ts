import type { Crypto } from '../../core/ports/crypto.ts'
import { toHex } from '../../core/encoding/hex.ts'
import {
  canonicalRequest,
  deriveSigningKey,
  isSameSignature,
  sign,
  stringToSign,
} from '../../core/crypto/sigv4.ts'
import type { SessionCredentials } from '../../iam/policy/policy.ts'
import type { Signature } from './read-signature.ts'
import { SignatureError } from './signature-error.ts'

const maxSkewMs = 5 * 60_000

/** @throws InvalidSignatureException for a signature that was made for elsewhere. */
export function checkScope({ scope, amzDate }: Signature, region: string): void {
  if (scope.service !== 'cognito-idp') {
    throw invalid("Credential should be scoped to correct service: 'cognito-idp'.")
  }
  if (scope.region !== region) {
    throw invalid(`Credential should be scoped to a valid region, not '${scope.region}'.`)
  }
  const day = amzDate.slice(0, 8)
  if (scope.date !== day) {
    throw invalid(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${scope.date}' != '${day}', from '${amzDate}'.`,
    )
  }
}

/**
 * Temporary keys are worth nothing without the token that came with them, nor after their time.
 *
 * @throws UnrecognizedClientException, ExpiredTokenException
 */
export function requireCredentials(
  crypto: Crypto,
  { sessionToken }: Signature,
  found: SessionCredentials | undefined,
  nowMs: number,
): SessionCredentials {
  const encoder = new TextEncoder()
  const isTheirs =
    found && crypto.equal(encoder.encode(sessionToken), encoder.encode(found.sessionToken))
  if (!isTheirs) {
    throw new SignatureError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    )
  }
  if (nowMs < found.expiresAtMs) return found
  throw new SignatureError(
    'ExpiredTokenException',
    'The security token included in the request is expired',
  )
}

/**
 * @param wallNowMs the time that clients have.
 * @throws InvalidSignatureException
 */
export async function verifySignature(
  crypto: Crypto,
  request: Request,
  body: Uint8Array,
  signature: Signature,
  { secretAccessKey }: SessionCredentials,
  wallNowMs: number,
): Promise<void> {
  checkTime(signature, wallNowMs)
  checkSignedHeaders(request, signature)
  const { pathname, searchParams, host } = new URL(request.url)
  const valueOf = (name: string) => request.headers.get(name) ?? (name === 'host' ? host : '')
  const canonical = canonicalRequest({
    method: request.method,
    path: pathname,
    query: searchParams,
    headers: signature.signedHeaders.map((name) => [name, valueOf(name)]),
    payloadHash: toHex(await crypto.sha256(body)),
  })
  const text = await stringToSign(crypto, signature.amzDate, signature.scope, canonical)
  const key = await deriveSigningKey(crypto, secretAccessKey, signature.scope)
  if (isSameSignature(crypto, await sign(crypto, key, text), signature.signature)) return
  throw invalid(
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  )
}

function checkTime({ amzDate, signedAtMs }: Signature, nowMs: number): void {
  const [now, earliest, latest] = [nowMs, nowMs - maxSkewMs, nowMs + maxSkewMs].map(amzDateOf)
  if (signedAtMs < nowMs - maxSkewMs) {
    throw invalid(
      `Signature expired: ${amzDate} is now earlier than ${earliest ?? ''} (${now ?? ''} - 5 min.)`,
    )
  }
  if (signedAtMs > nowMs + maxSkewMs) {
    throw invalid(
      `Signature not yet current: ${amzDate} is still later than ${latest ?? ''} (${now ?? ''} + 5 min.)`,
    )
  }
}

/** With any of these left out, a signature could be moved to another operation, time or host. */
function checkSignedHeaders({ headers }: Request, { signedHeaders }: Signature): void {
  const needed = ['host', ...[...headers.keys()].filter((name) => name.startsWith('x-amz-'))]
  const unsigned = needed.find((name) => !signedHeaders.includes(name))
  if (unsigned === undefined) return
  throw invalid(`'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`)
}

function amzDateOf(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
}

function invalid(message: string): SignatureError {
  return new SignatureError('InvalidSignatureException', message)
}
