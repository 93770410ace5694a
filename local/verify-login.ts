import type { Clock } from './core/clock.ts'
import type { VerifyLogin } from './identity-pools/login.ts'
import type { UserPoolConfig } from './user-pools/config.ts'
import type { UserPools } from './user-pools/service.ts'

/** What user pools know of an ID token, in the words of identity pools. */
export function createVerifyLogin(
  userPools: Pick<UserPools, 'verifyIdToken'>,
  pools: () => readonly UserPoolConfig[],
  clock: Clock,
): VerifyLogin {
  return async (providerName, token) => {
    const issuer = pools().find((pool) => withoutScheme(pool.issuer) === providerName)?.issuer
    if (issuer === undefined) return { kind: 'unsupported-provider' }

    const verified = await userPools.verifyIdToken(token)
    const { claims } = verified
    if (verified.isValid) {
      if (claims['iss'] !== issuer) return { kind: 'issuer-mismatch' }
      const { sub, client, active } = verified
      return { kind: 'verified', subject: sub, audience: client.id, claims, active }
    }
    if (verified.fault === 'expired') {
      if (claims['iss'] !== issuer) return { kind: 'issuer-mismatch' }
      const nowSeconds = Math.floor(clock.now() / 1000)
      return { kind: 'expired', nowSeconds, expiresAtSeconds: Number(claims['exp']) }
    }
    if (verified.fault === 'bad-signature') return { kind: 'invalid' }
    if (claims['iss'] !== undefined && claims['iss'] !== issuer) return { kind: 'issuer-mismatch' }
    return { kind: claims['token_use'] === 'access' ? 'not-an-id-token' : 'invalid' }
  }
}

function withoutScheme(url: string): string {
  return url.slice(url.indexOf('://') + 3)
}
