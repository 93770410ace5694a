import { exportJWK, exportPKCS8 } from 'jose/key/export'
import { generateKeyPair } from 'jose/key/generate/keypair'

/** A key pair on P-256, for ES256 (RFC 7518, section 3.4). */
export interface Es256Key {
  /** PKCS #8 in PEM, as the `.p8` files are that Apple hands out. */
  privateKeyPem: string
  publicJwk: { kty: 'EC'; crv: 'P-256'; x: string; y: string }
}

export async function generateEs256Key(): Promise<Es256Key> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const { x = '', y = '' } = await exportJWK(publicKey)
  const publicJwk = { kty: 'EC', crv: 'P-256', x, y } as const
  return { privateKeyPem: await exportPKCS8(privateKey), publicJwk }
}
