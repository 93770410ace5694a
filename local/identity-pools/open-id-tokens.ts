import { createInstallationSigningKey } from '../core/crypto/installation-signing-key.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import { openIdIssuer } from './open-id-issuer.ts'
import { keptTable } from '../core/store/kept-tables.ts'

const keysTable = keptTable('identity-pools/open-id-keys')

export interface OpenIdTokens {
  /** A JWT for STS, good for ten minutes. */
  sign(claims: { sub: string; aud: string; amr: readonly string[] }): Promise<string>
  /** Public keys, as RFC 7517 writes a set. */
  keySet(): Promise<{ keys: readonly object[] }>
}

const lifetimeSeconds = 600

/**
 * Signs as `https://cognito-identity.amazonaws.com` with a key of this installation.
 *
 * Differs from AWS: RS256, where AWS signs RS512.
 */
export function createOpenIdTokens(runtime: Runtime): OpenIdTokens {
  const key = createInstallationSigningKey(runtime, keysTable, 'current')
  return {
    sign({ sub, aud, amr }) {
      const iat = Math.floor(runtime.clock.now() / 1000)
      return key.sign({ sub, aud, amr, iss: openIdIssuer, exp: iat + lifetimeSeconds, iat })
    },
    keySet: () => key.keySet(),
  }
}
