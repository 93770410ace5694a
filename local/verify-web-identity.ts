import { openIdProviderName } from './identity-pools/open-id-issuer.ts'
import type { IdentityPools } from './identity-pools/service.ts'
import { identityKeys } from './identity-pools/session.ts'
import type { VerifyWebIdentity } from './sts/web-identity.ts'

/** What identity pools know of a token that they gave, in the words of STS. */
export function createVerifyWebIdentity({
  verifyOpenIdToken,
}: Pick<IdentityPools, 'verifyOpenIdToken'>): VerifyWebIdentity {
  return async (token) => {
    const proof = await verifyOpenIdToken(token)
    if (proof.kind !== 'verified') return proof
    const { sub, aud, amr, tags } = proof.claims
    return {
      kind: 'verified',
      identity: {
        provider: openIdProviderName,
        subject: sub,
        audience: aud,
        context: identityKeys({ identityId: sub, poolId: aud, amr }),
        tags,
      },
    }
  }
}
