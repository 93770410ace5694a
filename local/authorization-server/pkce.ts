import { toBase64Url } from '../core/encoding/base64.ts'
import type { Crypto } from '../core/ports/crypto.ts'
import { OAuthError } from './errors.ts'
import type { Parameters } from './parameters.ts'

const encoder = new TextEncoder()

/**
 * The code challenge of an authorization request, if it has one. S256 only: `plain` would hand the
 * verifier to whoever sees the request (RFC 7636, section 7.2).
 *
 * @throws OAuthError invalid_request
 */
export function parseCodeChallenge(parameters: Parameters): string | undefined {
  const challenge = parameters.get('code_challenge')
  const method = parameters.get('code_challenge_method')
  if (challenge === undefined && method === undefined) return undefined
  if (method !== 'S256') {
    throw new OAuthError('invalid_request', 'code_challenge_method must be S256')
  }
  // The base64url of 32 bytes.
  if (challenge === undefined || !/^[\w-]{43}$/.test(challenge)) {
    throw new OAuthError('invalid_request', 'code_challenge is missing or malformed')
  }
  return challenge
}

/**
 * Whether `verifier` is what the challenge was made of (RFC 7636, section 4.6). Without a challenge
 * there may be no verifier either, or an attacker could leave the challenge out of the request
 * (RFC 9700, section 2.1.1).
 */
export async function provesChallenge(
  crypto: Crypto,
  challenge: string | undefined,
  verifier: string | undefined,
): Promise<boolean> {
  if (challenge === undefined || verifier === undefined) return challenge === verifier
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return false
  const hash = toBase64Url(await crypto.sha256(encoder.encode(verifier)))
  return crypto.equal(encoder.encode(hash), encoder.encode(challenge))
}
