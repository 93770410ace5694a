import { defined } from './defined.ts'
import type { Deployment } from './deployment.ts'
import type { LoadContext } from './load-context.ts'
import type { Problems } from './problems.ts'
import { PropertyReader } from './property-reader.ts'
import { type EvaluatedResource, findAttribute, refOf } from './resource-types.ts'
import { checkShapes } from './resources/check-shapes.ts'
import { readBucketPolicy } from './resources/bucket/bucket-policy.ts'
import { readBucket } from './resources/bucket/bucket.ts'
import { withDomain } from './resources/user-pool/passkeys.ts'
import {
  readFunctionPermission,
  withPermissions,
} from './resources/function/function-permission.ts'
import { readFunction } from './resources/function/function.ts'
import { createProviderReader } from './resources/user-pool/identity-provider/identity-provider.ts'
import { readIdentityPool } from './resources/identity-pool/identity-pool.ts'
import { readKey } from './resources/key.ts'
import { mentionNotEmulated } from './resources/not-emulated.ts'
import { createProviderNames } from './resources/user-pool/identity-provider/provider-names.ts'
import { readPrincipalTag } from './resources/identity-pool/principal-tag.ts'
import { readRoleAttachment } from './resources/identity-pool/role-attachment.ts'
import { readRolePolicy, withPolicies } from './resources/role/role-policy.ts'
import { readRole } from './resources/role/role.ts'
import { readResourceServer, scopesOf } from './resources/user-pool/resource-server.ts'
import { readUserPoolClient } from './resources/user-pool/client/user-pool-client.ts'
import {
  readManagedLoginBranding,
  readUserPoolDomain,
} from './resources/user-pool/user-pool-domain.ts'
import { readRiskConfiguration, riskSettingsOf } from './resources/user-pool/risk-configuration.ts'
import { readSessionTracking } from './resources/user-pool/sessions.ts'
import { readUserPoolGroup } from './resources/user-pool/user-pool-group.ts'
import { readUserPool } from './resources/user-pool/user-pool.ts'

/** From evaluated resources to the configurations that the services take, joined by their ids. */
export function assemble(
  resources: readonly EvaluatedResource[],
  context: LoadContext,
  problems: Problems,
): Omit<Deployment, 'outputs'> {
  const notEmulated = new Map(
    resources.map((resource) => [resource.logicalId, mentionNotEmulated(resource)]),
  )
  const unread = new Set<string>()

  function each<T>(
    type: string,
    read: (reader: PropertyReader, from: EvaluatedResource) => T,
  ): T[] {
    return resources.flatMap((resource) => {
      if (resource.type !== `AWS::${type}`) return []
      const { properties, logicalId } = resource
      const report = { problems, notEmulated: notEmulated.get(logicalId) ?? [], unread }
      const reader = new PropertyReader(properties, logicalId, report)
      const before = problems.count()
      const result = problems.attempt(() => {
        const value = read(reader, resource)
        reader.finish()
        return value
      })
      if (problems.count() === before) checkShapes(resource, problems)
      if (result !== undefined) return [result]
      unread.add(refOf(resource, context))
      unread.add(findAttribute(resource, 'Arn', context) ?? '')
      return []
    })
  }

  const bareRoles = each('IAM::Role', (reader, from) => readRole(reader, from, context))
  const roles = withPolicies(
    bareRoles,
    each('IAM::Policy', (reader) => readRolePolicy(reader, bareRoles)),
  )
  const functions = each('Lambda::Function', (reader, from) =>
    readFunction(reader, from, context, roles),
  )
  const permissions = each('Lambda::Permission', (reader) =>
    readFunctionPermission(reader, functions, context.accountId),
  )

  const keys = each('KMS::Key', (reader, from) => readKey(reader, from, context))

  const pools = each('Cognito::UserPool', (reader, from) =>
    readUserPool(reader, from, context, functions, roles),
  )
  const providers = each('Cognito::UserPoolIdentityProvider', createProviderReader(pools))
  const resourceServers = each('Cognito::UserPoolResourceServer', (reader) =>
    readResourceServer(reader, pools),
  )
  const clients = each('Cognito::UserPoolClient', (reader, from) =>
    readUserPoolClient(reader, from, context, pools, providers, resourceServers),
  )
  const groupNames = new Set<string>()
  const groups = each('Cognito::UserPoolGroup', (reader, from) =>
    readUserPoolGroup(reader, from, context, groupNames),
  )
  const sessions = each('Cognito::UserPoolSessionConfigurationAttachment', (reader) =>
    readSessionTracking(reader, pools),
  )
  const risks = each('Cognito::UserPoolRiskConfigurationAttachment', (reader) =>
    readRiskConfiguration(reader, pools, clients),
  )
  const poolsWithDomain = new Set<string>()
  const domains = each('Cognito::UserPoolDomain', (reader) =>
    readUserPoolDomain(reader, pools, poolsWithDomain),
  )
  const managedLoginBrandings = each('Cognito::ManagedLoginBranding', (reader) =>
    readManagedLoginBranding(
      reader,
      pools,
      clients.map(({ client }) => client),
    ),
  )

  const providerNames = createProviderNames(pools, context)
  const identityPools = each('Cognito::IdentityPool', (reader, from) =>
    readIdentityPool(reader, from, context, providerNames),
  )
  const attachments = each('Cognito::IdentityPoolRoleAttachment', (reader) =>
    readRoleAttachment(
      reader,
      identityPools,
      roles,
      providerNames,
      clients.map(({ userPoolId, client }) => `${context.providerNameOf(userPoolId)}:${client.id}`),
    ),
  )

  const principalTags = each('Cognito::IdentityPoolPrincipalTag', (reader) =>
    readPrincipalTag(reader, identityPools, providerNames),
  )

  const buckets = each('S3::Bucket', (reader, from) => readBucket(reader, from, context))
  const bucketPolicies = new Map(
    each('S3::BucketPolicy', (reader) => readBucketPolicy(reader, buckets)),
  )

  return {
    region: context.region,
    accountId: context.accountId,
    userPools: pools.map((pool) => ({
      ...pool,
      passkeys: withDomain(pool, domains, context),
      ...defined(
        'sessionTracking',
        sessions.find(({ userPoolId }) => userPoolId === pool.id)?.sessionTracking,
      ),
      ...defined('riskSettings', riskSettingsOf(pool.id, risks)),
      ...defined('resourceServerScopes', scopesOf(pool.id, resourceServers)),
      clients: clients.flatMap((item) => (item.userPoolId === pool.id ? [item.client] : [])),
      groups: groups.flatMap((item) => (item.userPoolId === pool.id ? [item.group] : [])),
      identityProviders: providers.flatMap(({ userPoolId, provider }) =>
        userPoolId === pool.id && provider ? [provider] : [],
      ),
    })),
    domains,
    managedLoginBrandings,
    identityPools: identityPools.map((pool) => ({
      ...pool,
      roleMappings: {},
      ...attachments.find(({ identityPoolId }) => identityPoolId === pool.id)?.roles,
      principalTags: Object.fromEntries(
        principalTags.flatMap(({ identityPoolId, providerName, tags }) =>
          identityPoolId === pool.id ? [[providerName, tags] as const] : [],
        ),
      ),
      usesDefaultTags: principalTags.flatMap(({ identityPoolId, providerName, usesDefaults }) =>
        identityPoolId === pool.id && usesDefaults ? [providerName] : [],
      ),
    })),
    roles,
    buckets: buckets.map(({ blocksPublicPolicy: _, ...bucket }) => {
      const policy = bucketPolicies.get(bucket.name)
      return policy ? { ...bucket, policy } : bucket
    }),
    functions: withPermissions(functions, permissions),
    keys,
    notEmulated: [...notEmulated.values()].flat(),
  }
}
