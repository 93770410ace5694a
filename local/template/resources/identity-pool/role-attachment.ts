import type { Role } from '../../../iam/policy/policy.ts'
import type { IdentityPoolConfig, RoleMapping } from '../../../identity-pools/config.ts'
import { defined } from '../../defined.ts'
import type { PropertyReader } from '../../property-reader.ts'
import type { DetachedIdentityPool } from './identity-pool.ts'
import type { ProviderNames } from '../user-pool/identity-provider/provider-names.ts'

export interface RoleAttachment {
  identityPoolId: string
  roles: Pick<IdentityPoolConfig, 'authenticatedRole' | 'unauthenticatedRole' | 'roleMappings'>
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypoolroleattachment.html */
export function readRoleAttachment(
  reader: PropertyReader,
  identityPools: readonly Pick<DetachedIdentityPool, 'id' | Providers>[],
  roles: readonly Role[],
  providerNames: ProviderNames,
  /** `<provider>:<client id>` of every app client of the template. */
  appClients: readonly string[],
): RoleAttachment {
  const pool = reader.requiredReference('IdentityPoolId', identityPools, 'id', 'identity pool')
  const attached = reader.map('Roles')
  const mappings = (reader.mapsByKey('RoleMappings') ?? []).map(([key, mapping]) => {
    const provider = mapping.string('IdentityProvider') ?? key
    const name = providerNames.local(provider)
    if (!isProviderOf(pool, name)) {
      if (appClients.includes(name)) {
        reader.notEmulated(
          'RoleMappings',
          `the identity pool has no provider ${provider}, so AWS refuses it`,
        )
      } else mapping.problem('IdentityProvider', notConfigured(provider))
    }
    return [name, readMapping(mapping, roles)] as const
  })
  return {
    identityPoolId: pool.id,
    roles: {
      ...defined('authenticatedRole', attached && findRole(attached, 'authenticated', roles)),
      ...defined('unauthenticatedRole', attached && findRole(attached, 'unauthenticated', roles)),
      roleMappings: Object.fromEntries(mappings),
    },
  }
}

type Providers = 'cognitoProviders' | 'supportedLoginProviders'

/** Providers by ARN, of SAML and OpenID Connect, are said not to be emulated where the pool has them. */
function isProviderOf(pool: Pick<DetachedIdentityPool, Providers>, name: string): boolean {
  return (
    name.startsWith('arn:') ||
    Object.hasOwn(pool.supportedLoginProviders, name) ||
    pool.cognitoProviders.some(
      ({ providerName, clientId }) => name === `${providerName}:${clientId}`,
    )
  )
}

/** AWS's own words: https://github.com/aws/aws-cdk/issues/22951 */
function notConfigured(provider: string): string {
  return `(${provider}) is not a valid RoleMapping ProviderName or is not a configured provider.`
}

function findRole(reader: PropertyReader, name: string, roles: readonly Role[]): Role | undefined {
  return reader.has(name) ? reader.requiredReference(name, roles, 'arn', 'role') : undefined
}

const resolutions = ['AuthenticatedRole', 'Deny'] as const
const matchTypes = ['Equals', 'Contains', 'StartsWith', 'NotEqual'] as const

function readMapping(reader: PropertyReader, roles: readonly Role[]): RoleMapping {
  const type = reader.requiredOneOf('Type', ['Token', 'Rules'])
  const rules = (reader.map('RulesConfiguration')?.maps('Rules') ?? []).map((rule) => {
    return {
      claim: rule.requiredString('Claim'),
      matchType: rule.requiredOneOf('MatchType', matchTypes),
      value: rule.requiredString('Value'),
      roleArn: rule.requiredReference('RoleARN', roles, 'arn', 'role').arn,
    }
  })
  if (type === 'Rules' && (rules.length === 0 || rules.length > 25)) {
    reader.problem('RulesConfiguration', 'must have 1 to 25 rules for the type Rules.')
  }
  return {
    type,
    ambiguousRoleResolution: reader.requiredOneOf('AmbiguousRoleResolution', resolutions),
    rules,
  }
}
