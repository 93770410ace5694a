import { toBase64Url } from '../core/base64.ts'
import type { JsonWebKey } from '../core/crypto.ts'
import { signJwt, type JwtSigner } from '../core/jwt.ts'
import type { Runtime } from '../core/runtime.ts'
import { openIdIssuer } from './open-id-issuer.ts'

export interface OpenIdTokens {
  /** A JWT for STS, good for ten minutes. */
  sign(claims: { sub: string; aud: string; amr: readonly string[] }): Promise<string>
  /** Public keys, as RFC 7517 writes a set. */
  keySet(): Promise<{ keys: readonly object[] }>
}

interface SigningKey {
  kid: string
  key: JsonWebKey
}

const lifetimeSeconds = 600

/**
 * Signs as `https://cognito-identity.amazonaws.com` with a key of this installation, made when it
 * is first needed and kept in the store.
 *
 * Differs from AWS: RS256, where AWS signs RS512.
 */
export function createOpenIdTokens(runtime: Runtime): OpenIdTokens {
  const { clock, crypto, random, store } = runtime
  const keys = store.table<SigningKey>('identity-pools/open-id-keys')
  let prepared: { kid: string; signer: Promise<JwtSigner> } | undefined

  const currentKey = async (): Promise<SigningKey> => {
    const found = keys.get('current')
    if (found) return found
    const made = { kid: toBase64Url(random.bytes(12)), key: await crypto.generateRsaKey() }
    // Two first requests at once: whichever stored its key first is right.
    const current = keys.get('current') ?? made
    if (current === made) keys.set('current', made)
    return current
  }

  const currentSigner = async (): Promise<JwtSigner> => {
    const { kid, key } = await currentKey()
    if (prepared?.kid !== kid) {
      prepared = { kid, signer: crypto.rs256Signer(key).then((sign) => ({ kid, sign })) }
    }
    return prepared.signer
  }

  return {
    async sign({ sub, aud, amr }) {
      const iat = Math.floor(clock.now() / 1000)
      const claims = { sub, aud, amr, iss: openIdIssuer, exp: iat + lifetimeSeconds, iat }
      return signJwt(await currentSigner(), claims)
    },
    async keySet() {
      const { kid, key } = await currentKey()
      return { keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig', kid, n: key.n, e: key.e }] }
    },
  }
}
