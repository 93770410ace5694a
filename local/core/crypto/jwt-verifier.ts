import { compactVerify } from 'jose/jws/compact/verify'
import { importJWK } from 'jose/key/import'

/** Whether the signature of a compact JWS is right; the rest of it is not looked at. */
export type JwtVerifier = (token: string) => Promise<boolean>

/** A public key of a JWK Set (RFC 7517), as it came. */
export type PublicJwk = Readonly<Record<string, unknown>>

/**
 * The check of RS256 for an RSA key, of ES256 for one on P-256: the key decides, never the token, and
 * `none` and the secrets of HMAC are among nothing that a key stands for (RFC 8725, section 3.1).
 *
 * @returns undefined for a key of another kind, or one that is not meant to check signatures.
 */
export async function createJwtVerifier(jwk: PublicJwk): Promise<JwtVerifier | undefined> {
  const alg = algorithmOf(jwk)
  const isForOthers =
    (jwk.alg !== undefined && jwk.alg !== alg) || (jwk.use !== undefined && jwk.use !== 'sig')
  if (alg === undefined || isForOthers) return undefined
  const { kty, n, e, crv, x, y } = jwk
  const parts: Record<string, unknown> = alg === 'RS256' ? { kty, n, e } : { kty, crv, x, y }
  if (!isText(parts)) return undefined
  const key = await importJWK(parts, alg).catch(() => undefined)
  return (
    key &&
    ((token) =>
      compactVerify(token, key, { algorithms: [alg] }).then(
        () => true,
        () => false,
      ))
  )
}

function algorithmOf({ kty, crv }: PublicJwk): 'RS256' | 'ES256' | undefined {
  if (kty === 'RSA') return 'RS256'
  return kty === 'EC' && crv === 'P-256' ? 'ES256' : undefined
}

function isText(parts: Record<string, unknown>): parts is Record<string, string> & { kty: string } {
  return Object.values(parts).every((part) => typeof part === 'string')
}
