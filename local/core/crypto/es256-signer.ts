import { importPKCS8 } from 'jose/key/import'
import type { JwtSigner } from './jwt.ts'

/**
 * Signs as ES256 (RFC 7518, section 3.4).
 *
 * @param privateKey PKCS #8: in PEM, or what stands between its two lines. Its line breaks may be
 *   gone or written as `\n`, as in a parameter of one line.
 * @throws Error when it is no such key.
 */
export async function createEs256Signer(privateKey: string, kid: string): Promise<JwtSigner> {
  const base64 = privateKey.replaceAll(/-----[A-Z ]+-----|\\n|\s/g, '')
  const pem = `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----`
  const key = await importPKCS8(pem, 'ES256')
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  return {
    kid,
    alg: 'ES256',
    sign: async (signingInput) =>
      new Uint8Array(
        await globalThis.crypto.subtle.sign(algorithm, key, new TextEncoder().encode(signingInput)),
      ),
  }
}
