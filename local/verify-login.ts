import type { Clock } from './core/ports/clock.ts'
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
    const issuer = pools().find(
      ({ documentsUrl, issuer }) => withoutScheme(documentsUrl ?? issuer) === providerName,
    )?.issuer
    if (issuer === undefined) return { kind: 'unsupported-provider' }

    const verified = await userPools.verifyIdToken(token)
    const { claims } = verified
    const isOfIssuer = claims.iss === issuer
    if (verified.isValid) {
      const { sub, client, active } = verified
      if (!isOfIssuer) return { kind: 'issuer-mismatch' }
      return { kind: 'verified', subject: sub, audience: client.id, claims, active }
    }
    if (!isOfIssuer && verified.fault !== 'malformed') return { kind: 'issuer-mismatch' }
    switch (verified.fault) {
      case 'malformed':
      case 'bad-signature':
        return { kind: 'invalid' }
      case 'expired': {
        const nowSeconds = Math.floor(clock.now() / 1000)
        return { kind: 'expired', nowSeconds, expiresAtSeconds: Number(claims.exp) }
      }
      case 'wrong-use':
        return { kind: 'not-an-id-token' }
      // Of this pool, so it is the audience that nobody knows.
      case 'foreign':
        return { kind: 'unsupported-provider' }
    }
  }
}

function withoutScheme(url: string): string {
  return url.slice(url.indexOf('://') + 3)
}
