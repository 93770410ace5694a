import type { PasskeyConfig } from '../../../user-pools/config.ts'
import type { Deployment } from '../../deployment.ts'
import { defined } from '../../defined.ts'
import type { LoadContext } from '../../load-context.ts'
import type { PropertyReader } from '../../property-reader.ts'

export function readPasskeys(pool: PropertyReader): PasskeyConfig {
  const factor = pool.oneOf('WebAuthnFactorConfiguration', factorConfigurations)
  const relyingPartyId = pool.string('WebAuthnRelyingPartyID')
  if (relyingPartyId !== undefined && relyingPartyId !== 'localhost') {
    pool.notEmulated(
      'WebAuthnRelyingPartyID',
      `browsers keep passkeys of ${relyingPartyId} from pages at localhost`,
    )
  }
  return {
    ...defined('relyingPartyId', relyingPartyId),
    userVerification:
      pool.oneOf('WebAuthnUserVerification', ['preferred', 'required']) ?? 'preferred',
    isMultiFactor: factor === 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  }
}

const factorConfigurations = ['SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'] as const

/**
 * A pool that names no relying party has the host of its domain for one, which is here.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function withDomain(
  { id, passkeys }: { id: string; passkeys: PasskeyConfig },
  domains: Deployment['domains'],
  context: LoadContext,
): PasskeyConfig {
  if (passkeys.relyingPartyId !== undefined) return passkeys
  if (!domains.some(({ userPoolId }) => userPoolId === id)) return passkeys
  const { hostname } = new URL(`http://${context.providerNameOf(id)}`)
  return { ...passkeys, relyingPartyId: hostname }
}
