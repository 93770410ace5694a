import type { AppClientConfig, AttributeSchema } from '../../user-pools/config.ts'
import { defined } from '../defined.ts'
import type { LoadContext } from '../load-context.ts'
import type { PropertyReader } from '../property-reader.ts'
import { type EvaluatedResource, findAttribute, refOf } from '../resource-types.ts'
import { Fault } from '../template-error.ts'
import { readAuthFlows } from './auth-flows.ts'
import { checkClientAttributes } from './client-attributes.ts'
import { readOAuthSettings } from './oauth-settings.ts'
import { readTokenValidity } from './token-validity.ts'

interface Pool {
  id: string
  schema: readonly AttributeSchema[]
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html */
export function readUserPoolClient(
  reader: PropertyReader,
  resource: EvaluatedResource,
  context: LoadContext,
  pools: readonly Pool[],
): { userPoolId: string; client: AppClientConfig } {
  const pool = poolOf(reader, pools)
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
  reader.notEmulated('EnablePropagateAdditionalUserContextData', 'there is no threat protection')
  return {
    userPoolId: pool.id,
    client: {
      id: refOf(resource, context),
      name: findAttribute(resource, 'Name', context) ?? '',
      ...defined('secret', secret),
      ...readAuthFlows(reader),
      preventUserExistenceErrors: readPrevention(reader),
      ...attributes,
      ...readTokenValidity(reader),
      authSessionSeconds: (reader.integer('AuthSessionValidity', { min: 3, max: 15 }) ?? 3) * 60,
      enableTokenRevocation: reader.boolean('EnableTokenRevocation') ?? true,
      ...readOAuthSettings(reader),
    },
  }
}

export function poolOf<P extends { id: string }>(reader: PropertyReader, pools: readonly P[]): P {
  const id = reader.requiredString('UserPoolId')
  const pool = pools.find((candidate) => candidate.id === id)
  if (pool) return pool
  throw new Fault(
    reader.positionOf('UserPoolId'),
    `${reader.path}: this template has no user pool ${id}.`,
  )
}

function readPrevention(reader: PropertyReader): boolean {
  reader.pass('ClientName')
  return reader.oneOf('PreventUserExistenceErrors', ['ENABLED', 'LEGACY']) === 'ENABLED'
}
