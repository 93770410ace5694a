import type { ProviderUserIdentifierType } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../attributes/rules.ts'
import type { IdentityProviderConfig, UserPoolConfig } from '../config.ts'

/** Of users who sign in by a password. */
export const nativeProvider = 'Cognito'

export interface Identity {
  provider: IdentityProviderConfig
  /** The provider's `sub`. */
  userId: string
}

/**
 * Somebody as one of the pool's identity providers knows them.
 *
 * @param name of the member, for messages.
 * @throws InvalidParameterException
 */
export function parseIdentity(
  pool: UserPoolConfig,
  name: string,
  user: ProviderUserIdentifierType,
): Identity {
  const { ProviderName = '', ProviderAttributeName, ProviderAttributeValue } = user
  const provider = pool.identityProviders?.find((one) => one.name === ProviderName)
  if (!provider) {
    throw invalidParameter(`Invalid ${name}: the user pool has no provider ${ProviderName}.`)
  }
  if (ProviderAttributeName !== 'Cognito_Subject') {
    throw invalidParameter(`Invalid ${name}: ProviderAttributeName must be Cognito_Subject.`)
  }
  if (!ProviderAttributeValue || ProviderAttributeValue.length > 320) {
    throw invalidParameter(`Invalid ${name}: ProviderAttributeValue must have 1 to 320 characters.`)
  }
  return { provider, userId: ProviderAttributeValue }
}
