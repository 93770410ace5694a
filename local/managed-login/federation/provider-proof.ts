import type { JwtClaims } from '../../core/crypto/jwt.ts'
import type { IdentityProviderConfig } from '../../user-pools/config.ts'
import type { Level, ProviderProof } from '../../user-pools/sign-in/proof.ts'

const levels: readonly Level[] = [1, 2, 3, 4]

/** Those that Cognito has itself. */
const knownMethods = ['pwd', 'otp', 'sms', 'email_otp', 'swk', 'hwk', 'mfa']

/**
 * What a provider says of how it knows who somebody is: its `acr` by the pool's levels, the lowest where
 * that is none of those, and its `amr`, `fed` where it tells none that is known here.
 *
 * @param claims of its ID token.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
 */
export function providerProof(
  { acrMapping = {} }: IdentityProviderConfig,
  { acr, amr }: JwtClaims,
): ProviderProof {
  const level = levels.find((one) => typeof acr === 'string' && acrMapping[one] === acr) ?? 1
  const told = Array.isArray(amr) ? knownMethods.filter((method) => amr.includes(method)) : []
  return { level, amr: told.length > 0 ? told : ['fed'] }
}

/** `acr_values` in the provider's names, where it has one for any level that is asked for. */
export function acrValuesFor(
  { acrMapping = {} }: IdentityProviderConfig,
  targets: readonly Level[] = [],
): { acr_values?: string } {
  const values = targets.flatMap((level) => acrMapping[level] ?? [])
  return values.length > 0 ? { acr_values: values.join(' ') } : {}
}
