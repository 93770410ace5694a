import { SignJWT } from 'jose/jwt/sign'
import { importPKCS8 } from 'jose/key/import'

/**
 * A JWT signed as ES256 (RFC 7518, section 3.4).
 *
 * @param privateKey PKCS #8: in PEM, or what stands between its two lines. Its line breaks may be
 *   gone or written as `\n`, as in a parameter of one line.
 * @throws Error when it is no such key.
 */
export async function signEs256(
  privateKey: string,
  kid: string,
  claims: Readonly<Record<string, string | number>>,
): Promise<string> {
  const base64 = privateKey.replaceAll(/-----[A-Z ]+-----|\\n|\s/g, '')
  const pem = `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----`
  const key = await importPKCS8(pem, 'ES256')
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(key)
}
