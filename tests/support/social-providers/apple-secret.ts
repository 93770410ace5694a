import { SignJWT, importPKCS8, type CryptoKey } from 'jose'
import type { RunningSocialProviders } from './start-social-providers.ts'

/** What a client secret for the local Apple may be made wrong by. */
export interface SecretChanges {
  header?: { alg?: string; kid?: string }
  claims?: Readonly<Record<string, unknown>>
  key?: CryptoKey | Uint8Array
}

/** A client secret as Apple's clients make it, good for five minutes, but for `changes`. */
export async function appleSecret(
  { url, parameters, runtime }: RunningSocialProviders,
  { header = {}, claims = {}, key }: SecretChanges = {},
): Promise<string> {
  const iat = Math.floor(runtime.clock.now() / 1000)
  const pem = `-----BEGIN PRIVATE KEY-----\n${parameters.ApplePrivateKey ?? ''}\n-----END PRIVATE KEY-----`
  return new SignJWT({
    iss: parameters.AppleTeamId ?? '',
    sub: parameters.AppleServicesId ?? '',
    aud: `${url}/social/apple`,
    iat,
    exp: iat + 300,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: parameters.AppleKeyId ?? '', ...header })
    .sign(key ?? (await importPKCS8(pem, 'ES256')))
}
