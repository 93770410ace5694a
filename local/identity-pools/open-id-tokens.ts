import { createInstallationSigningKey } from '../core/crypto/installation-signing-key.ts'
import { decodeJwt } from '../core/crypto/jwt.ts'
import { createJwtVerifier, type PublicJwk } from '../core/crypto/jwt-verifier.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { SessionTags } from '../iam/session-tags.ts'
import { openIdIssuer } from './open-id-issuer.ts'
import { keptTable } from '../core/store/kept-tables.ts'

const keysTable = keptTable('identity-pools/open-id-keys')

/** Who it is, in which pool, how they logged in, and what the session of a role is to be tagged with. */
interface OpenIdClaims {
  sub: string
  aud: string
  amr: readonly string[]
  tags: SessionTags
}

/** Where STS looks for the tags of a session, each a list of one. */
const tagsClaim = 'https://aws.amazon.com/tags'

export type OpenIdTokenProof =
  | { kind: 'verified'; claims: OpenIdClaims }
  | { kind: 'malformed' }
  | { kind: 'unknown-issuer'; issuer: string }
  | { kind: 'bad-signature' }
  | { kind: 'expired'; nowSeconds: number; expiresAtSeconds: number }

export interface OpenIdTokens {
  /** A JWT for STS, good for ten minutes. */
  sign(claims: OpenIdClaims): Promise<string>
  verify(token: string): Promise<OpenIdTokenProof>
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
  const isSigned = async (token: string, kid: unknown): Promise<boolean> => {
    const { keys } = await key.keySet()
    const jwk = (keys as readonly PublicJwk[]).find((one) => one.kid === kid)
    const verify = jwk && (await createJwtVerifier(jwk))
    return (await verify?.(token)) ?? false
  }
  return {
    sign({ sub, aud, amr, tags }) {
      const iat = Math.floor(runtime.clock.now() / 1000)
      const given = Object.entries(tags).map(([tag, value]) => [tag, [value]] as const)
      return key.sign({
        sub,
        aud,
        amr,
        ...(given.length > 0 && { [tagsClaim]: { principal_tags: Object.fromEntries(given) } }),
        iss: openIdIssuer,
        exp: iat + lifetimeSeconds,
        iat,
      })
    },
    async verify(token) {
      const { header, claims } = decodeJwt(token) ?? {}
      if (!claims || typeof claims.iss !== 'string') return { kind: 'malformed' }
      if (claims.iss !== openIdIssuer) return { kind: 'unknown-issuer', issuer: claims.iss }
      if (!(await isSigned(token, header?.kid))) return { kind: 'bad-signature' }
      const nowSeconds = Math.floor(runtime.clock.now() / 1000)
      const expiresAtSeconds = Number(claims.exp)
      if (nowSeconds >= expiresAtSeconds) return { kind: 'expired', nowSeconds, expiresAtSeconds }
      // Signed here, so the rest is what `sign` has put there.
      const { sub, aud, amr } = claims as unknown as OpenIdClaims
      return { kind: 'verified', claims: { sub, aud, amr, tags: tagsOf(claims[tagsClaim]) } }
    },
    keySet: () => key.keySet(),
  }
}

function tagsOf(claim: unknown): SessionTags {
  const { principal_tags: tags } = (claim ?? { principal_tags: {} }) as {
    principal_tags: Readonly<Record<string, readonly [string]>>
  }
  return Object.fromEntries(Object.entries(tags).map(([tag, [value]]) => [tag, value]))
}
