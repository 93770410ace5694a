import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type {
  DefinitionReference,
  Property,
  PropertyType,
  Resource,
  TypeDefinition,
} from '@aws-cdk/service-spec-types'
import { describe, findEntry, type MapNode, type Value } from '../../local/template/nodes.ts'
import type { EvaluatedResource } from '../../local/template/resource-types.ts'

const database = loadAwsServiceSpecSync()

type Spec = Pick<Resource, 'properties' | 'attributes'>

/**
 * The one type that AWS documents and its specification does not have yet: as the documentation of 18
 * November 2026 describes it, while the specification (@aws-cdk/aws-service-spec 0.1.216) is of 29
 * September. A test fails once the specification has it, and this goes.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolsessionconfigurationattachment.html
 */
export const documentedOnly = 'AWS::Cognito::UserPoolSessionConfigurationAttachment'

const documented: Spec = {
  properties: {
    UserPoolId: { type: { type: 'string' }, required: true },
    UserSessionTracking: {
      type: { type: 'string', allowedValues: ['ENABLED', 'DISABLED'] },
      required: true,
    },
    TokenSession: { type: { type: 'json' }, required: true },
  },
  attributes: {},
}

/** AWS's own description of a resource type. */
export function specOf(type: string): Spec | undefined {
  return specified(type) ?? (type === documentedOnly ? documented : undefined)
}

export function specified(type: string): Spec | undefined {
  return database.lookup('resource', 'cloudFormationType', 'equals', type)[0]
}

/** A type that stands inside resources, e.g. a pool's password policy. */
export function definitionOf(type: DefinitionReference): TypeDefinition {
  return database.get('typeDefinition', type.reference.$ref)
}

/** Where a resource differs from AWS's specification of its type, as `line: path: what`. */
export function breachesOf({ logicalId, type, properties }: EvaluatedResource): string[] {
  const spec = specOf(type)
  if (!spec) return [`${logicalId}: AWS has no resource type ${type}`]
  return mapBreaches(properties, spec.properties, logicalId)
}

function mapBreaches(
  map: MapNode<Value>,
  properties: Readonly<Record<string, Property>>,
  path: string,
): string[] {
  const missing = Object.entries(properties)
    .filter(([name, property]) => property.required && !findEntry(map, name))
    .map(([name]) => `${map.at.line}: ${path}: ${name} is missing`)
  const wrong = map.entries.flatMap(({ key, keyAt, value }) => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined
    const here = `${path}.${key}`
    return property
      ? valueBreaches(value, property.type, here)
      : [`${keyAt.line}: ${here}: there is no such property`]
  })
  return [...missing, ...wrong]
}

function valueBreaches(value: Value, type: PropertyType, path: string): string[] {
  const wrong = (wanted: string) => [
    `${value.at.line}: ${path}: ${describe(value)} is not ${wanted}`,
  ]
  switch (type.type) {
    case 'json':
      return value.kind === 'scalar' ? wrong('a JSON document') : []
    case 'array':
      if (value.kind !== 'list') return wrong('a list')
      return value.items.flatMap((item, index) =>
        valueBreaches(item, type.element, `${path}[${index}]`),
      )
    case 'map':
      if (value.kind !== 'map') return wrong('a map')
      return value.entries.flatMap((entry) =>
        valueBreaches(entry.value, type.element, `${path}.${entry.key}`),
      )
    case 'ref':
      if (value.kind !== 'map') return wrong('a map')
      return mapBreaches(value, definitionOf(type).properties, path)
    case 'union': {
      const breaches = type.types.map((member) => valueBreaches(value, member, path))
      return breaches.some((list) => list.length === 0) ? [] : breaches.flat()
    }
    case 'tag':
      return value.kind === 'map' ? [] : wrong('a tag')
    default:
      return scalarBreach(value, type) ? wrong(type.type) : []
  }
}

/** CloudFormation turns text into numbers and truth values, and numbers into text. */
function scalarBreach(value: Value, type: PropertyType): boolean {
  if (value.kind !== 'scalar') return true
  switch (type.type) {
    case 'string':
      if (typeof value.value === 'boolean') return true
      return type.allowedValues !== undefined && !type.allowedValues.includes(value.text)
    case 'boolean':
      return value.text !== 'true' && value.text !== 'false'
    case 'integer':
      return !/^-?\d+$/.test(value.text)
    case 'number':
      return value.text === '' || Number.isNaN(Number(value.text))
    case 'date-time':
      return Number.isNaN(Date.parse(value.text))
    default:
      return true
  }
}
