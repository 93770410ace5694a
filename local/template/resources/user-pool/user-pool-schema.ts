import type { AttributeSchema } from '../../../user-pools/config.ts'
import { defined } from '../../defined.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { Fault } from '../../template-error.ts'
import { ownAttributes, standardAttributes } from './standard-attributes.ts'

const types = ['String', 'Number', 'DateTime', 'Boolean'] as const

/** The standard attributes, changed as `Schema` says, then the custom ones. */
export function readSchema(pool: PropertyReader): AttributeSchema[] {
  const schema = [...standardAttributes]
  for (const reader of pool.maps('Schema') ?? []) {
    const name = reader.requiredString('Name')
    reader.refuse('DeveloperOnlyAttribute', 'developer-only attributes are not here.')
    const index = standardAttributes.findIndex((attribute) => attribute.name === name)
    const standard = standardAttributes[index]
    const attribute = standard ? overridden(standard, reader) : customAttribute(name, reader)
    if (standard) schema[index] = attribute
    else if (schema.some((other) => other.name === attribute.name)) {
      reader.problem('Name', `${name} is there twice.`)
    } else schema.push(attribute)
  }
  if (schema.length - standardAttributes.length > 50) {
    pool.problem('Schema', 'may have 50 custom attributes at most.')
  }
  return schema
}

function overridden(standard: AttributeSchema, reader: PropertyReader): AttributeSchema {
  if (ownAttributes.includes(standard.name)) {
    reader.problem('Name', `Cognito keeps ${standard.name} itself; a schema cannot change it.`)
  }
  const type = reader.oneOf('AttributeDataType', types)
  if (type && type !== standard.type) {
    reader.problem('AttributeDataType', `${standard.name} is of type ${standard.type}.`)
  }
  return {
    ...standard,
    mutable: reader.boolean('Mutable') ?? true,
    required: reader.boolean('Required') ?? false,
    ...readConstraints(reader),
  }
}

function customAttribute(name: string, reader: PropertyReader): AttributeSchema {
  // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html
  if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,20}$/u.test(name)) {
    reader.problem('Name', `${JSON.stringify(name)} must have 1 to 20 characters and no spaces.`)
  }
  if (reader.boolean('Required'))
    reader.problem('Required', 'a custom attribute is never required.')
  const type = reader.oneOf('AttributeDataType', types)
  if (!type) throw new Fault(reader.at, `${reader.path} needs an AttributeDataType.`)
  return {
    name: name.startsWith('custom:') ? name : `custom:${name}`,
    type,
    mutable: reader.boolean('Mutable') ?? true,
    required: false,
    ...readConstraints(reader),
  }
}

/** CloudFormation writes these numbers as text. */
function readConstraints(reader: PropertyReader): Partial<AttributeSchema> {
  const text = reader.map('StringAttributeConstraints')
  const number = reader.map('NumberAttributeConstraints')
  const length = { min: 0, max: 2048 }
  const [minLength, maxLength] = rangeOf(text, 'MinLength', 'MaxLength', length)
  const [minValue, maxValue] = rangeOf(number, 'MinValue', 'MaxValue')
  return {
    ...defined('minLength', minLength),
    ...defined('maxLength', maxLength),
    ...defined('minValue', minValue),
    ...defined('maxValue', maxValue),
  }
}

function rangeOf(
  constraints: PropertyReader | undefined,
  lowest: string,
  highest: string,
  range: { min?: number; max?: number } = {},
): [min: number | undefined, max: number | undefined] {
  const min = constraints?.integer(lowest, range)
  const max = constraints?.integer(highest, range)
  if (min !== undefined && max !== undefined && min > max) {
    constraints?.problem(lowest, `must not be above ${highest}.`)
  }
  return [min, max]
}
