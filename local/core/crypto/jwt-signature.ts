import { compactVerify } from 'jose/jws/compact/verify'
import { importJWK } from 'jose/key/import'
import type { JsonWebKey } from '../ports/crypto.ts'

/** Whether the signature of a compact JWS is right; the rest of it is not looked at. */
export type JwtVerifier = (token: string) => Promise<boolean>

/** Checks RS256 and nothing else, whatever `alg` a token names (RFC 8725, section 3.1). */
export async function createJwtVerifier({ kty, n, e }: JsonWebKey): Promise<JwtVerifier> {
  if (kty !== 'RSA' || n === undefined || e === undefined) throw new TypeError('Not an RSA key')
  const key = await importJWK({ kty, n, e }, 'RS256')
  return (token) =>
    compactVerify(token, key, { algorithms: ['RS256'] }).then(
      () => true,
      () => false,
    )
}
