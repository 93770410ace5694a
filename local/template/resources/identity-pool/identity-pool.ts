import type { IdentityPoolConfig } from '../../../identity-pools/config.ts'
import type { LoadContext } from '../../load-context.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { type EvaluatedResource, findAttribute, refOf } from '../../resource-types.ts'
import type { ProviderNames } from '../user-pool/identity-provider/provider-names.ts'

export type DetachedIdentityPool = Omit<
  IdentityPoolConfig,
  'authenticatedRole' | 'unauthenticatedRole' | 'roleMappings'
>

/**
 * An identity pool without its roles, which `AWS::Cognito::IdentityPoolRoleAttachment` brings.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypool.html
 */
export function readIdentityPool(
  reader: PropertyReader,
  resource: EvaluatedResource,
  context: LoadContext,
  providerNames: ProviderNames,
): DetachedIdentityPool {
  reader.checkNames('IdentityPoolName')
  reader.pass('IdentityPoolTags')
  reader.notEmulated('CognitoEvents', 'Cognito Sync is not here')
  reader.notEmulated('CognitoStreams', 'Cognito Sync is not here')
  reader.notEmulated('PushSync', 'Cognito Sync is not here')
  reader.notEmulated('DeveloperProviderName', 'developer-authenticated identities are not here')
  reader.notEmulated('OpenIdConnectProviderARNs', 'only the user pool’s tokens are taken')
  reader.notEmulated('SamlProviderARNs', 'only the user pool’s tokens are taken')
  const allowGuests = reader.boolean('AllowUnauthenticatedIdentities')
  if (allowGuests === undefined) {
    reader.problem('AllowUnauthenticatedIdentities', 'must be there: true or false.')
  }
  const cognitoProviders = (reader.maps('CognitoIdentityProviders') ?? []).map((provider) => ({
    providerName: providerNames.local(provider.requiredString('ProviderName')),
    clientId: provider.requiredString('ClientId'),
    serverSideTokenCheck: provider.boolean('ServerSideTokenCheck') ?? false,
  }))
  return {
    id: refOf(resource, context),
    name: findAttribute(resource, 'Name', context) ?? '',
    region: context.region,
    accountId: context.accountId,
    allowUnauthenticatedIdentities: allowGuests ?? false,
    allowClassicFlow: reader.boolean('AllowClassicFlow') ?? false,
    cognitoProviders,
    loginAliases: Object.fromEntries(
      cognitoProviders.flatMap(({ providerName }) =>
        providerNames.aliasesOf(providerName).map((alias) => [alias, providerName] as const),
      ),
    ),
    supportedLoginProviders: reader.stringsByKey('SupportedLoginProviders') ?? {},
  }
}
