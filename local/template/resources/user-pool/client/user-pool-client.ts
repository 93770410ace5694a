import type { AppClientConfig } from '../../../../user-pools/config.ts'
import { defined } from '../../../defined.ts'
import type { LoadContext } from '../../../load-context.ts'
import type { PropertyReader } from '../../../property-reader.ts'
import { type EvaluatedResource, findAttribute, refOf } from '../../../resource-types.ts'
import { readAuthFlows } from './auth-flows.ts'
import { checkClientAttributes } from './client-attributes.ts'
import type { ReadIdentityProvider } from '../identity-provider/identity-provider.ts'
import { readOAuthSettings } from './oauth-settings.ts'
import { type Pool, poolOf } from '../pool-of.ts'
import { type ResourceServer, scopesOf } from '../resource-server.ts'
import { readSupportedProviders } from './supported-providers.ts'
import { readTokenValidity } from './token-validity.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html */
export function readUserPoolClient(
  reader: PropertyReader,
  resource: EvaluatedResource,
  context: LoadContext,
  pools: readonly Pool[],
  providers: readonly ReadIdentityProvider[],
  resourceServers: readonly ResourceServer[] = [],
): { userPoolId: string; client: AppClientConfig } {
  const pool = poolOf(reader, pools)
  reader.checkNames('ClientName')
  const readAttributes = reader.strings('ReadAttributes')
  const writeAttributes = reader.strings('WriteAttributes')
  const attributes = {
    ...defined('readAttributes', readAttributes),
    ...defined('writeAttributes', writeAttributes),
  }
  checkClientAttributes(reader, attributes, pool.schema)
  const secret = reader.boolean('GenerateSecret')
    ? findAttribute(resource, 'ClientSecret', context)
    : undefined
  reader.notEmulated('AnalyticsConfiguration', 'nothing is measured')
  const propagate = 'EnablePropagateAdditionalUserContextData'
  const propagates = reader.boolean(propagate) ?? false
  if (propagates && secret === undefined) {
    reader.problem(propagate, 'needs a client secret: GenerateSecret.')
  }
  return {
    userPoolId: pool.id,
    client: {
      id: refOf(resource, context),
      name: findAttribute(resource, 'Name', context) ?? '',
      ...defined('secret', secret),
      ...(propagates && { propagatesUserContext: true }),
      ...readAuthFlows(reader, pool.tier),
      preventUserExistenceErrors: readPrevention(reader),
      ...attributes,
      ...readTokenValidity(reader),
      authSessionSeconds: (reader.integer('AuthSessionValidity', { min: 3, max: 15 }) ?? 3) * 60,
      enableTokenRevocation: reader.boolean('EnableTokenRevocation') ?? true,
      ...readOAuthSettings(
        reader,
        scopesOf(pool.id, resourceServers) ?? [],
        resourceServers.length > 0,
      ),
      supportedIdentityProviders: readSupportedProviders(
        reader,
        pool.id,
        providers,
        writeAttributes,
      ),
    },
  }
}

function readPrevention(reader: PropertyReader): boolean {
  return reader.oneOf('PreventUserExistenceErrors', ['ENABLED', 'LEGACY']) === 'ENABLED'
}
