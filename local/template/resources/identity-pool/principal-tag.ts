import type { IdentityPoolConfig } from '../../../identity-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'
import type { ProviderNames } from '../user-pool/identity-provider/provider-names.ts'

export interface PrincipalTags {
  identityPoolId: string
  providerName: string
  tags: NonNullable<IdentityPoolConfig['principalTags']>[string]
  usesDefaults: boolean
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/provider-mappings.html */
const defaults = { username: 'sub', client: 'aud' }

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypoolprincipaltag.html */
export function readPrincipalTag(
  reader: PropertyReader,
  identityPools: readonly { id: string }[],
  providerNames: ProviderNames,
): PrincipalTags {
  const pool = reader.requiredReference('IdentityPoolId', identityPools, 'id', 'identity pool')
  const given = reader.stringsByKey('PrincipalTags') ?? {}
  const usesDefaults = reader.boolean('UseDefaults') === true
  return {
    identityPoolId: pool.id,
    providerName: providerNames.local(reader.requiredString('IdentityProviderName')),
    tags: usesDefaults ? defaults : given,
    usesDefaults,
  }
}
