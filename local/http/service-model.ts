import type { Shape, StructureShape } from './aws-json-shapes.ts'

/**
 * AWS's own model of a service, as far as requests go. `npm run service-models` writes it out of the
 * package that AWS publishes; see `infra/service-models/`.
 */
export interface ServiceModel {
  /** `unsigned` are those that people's own programs call, without a key of AWS. */
  operations: Readonly<Record<string, { input: string; unsigned?: boolean }>>
  shapes: Readonly<Record<string, ModelShape>>
}

/** Members, items, keys and values are names of shapes. */
interface ModelShape {
  type: string
  /** Of a length, or of a number. */
  min?: number
  max?: number
  pattern?: string
  enum?: readonly string[]
  sensitive?: boolean
  document?: boolean
  required?: readonly string[]
  members?: Readonly<Record<string, string | undefined>>
  member?: string
  value?: string
}

/** The shape of each operation's request; made when it is asked for, and kept. */
export type RequestShapes = (operation: string) => StructureShape

/** @param stricter constraints that the service has and its model has not, by name of the shape. */
export function createRequestShapes(
  { operations, shapes }: ServiceModel,
  stricter: Readonly<Record<string, Partial<ModelShape>>> = {},
): RequestShapes {
  const made = new Map<string, StructureShape>()

  const structureOf = (name: string, isSensitive: boolean): StructureShape => {
    const { members = {}, required = [] } = modelOf(name)
    return {
      type: 'structure',
      members: Object.fromEntries(
        Object.entries(members).map(([member, to = '']) => [member, shapeOf(to, isSensitive)]),
      ),
      required,
    }
  }
  const modelOf = (name: string): ModelShape => {
    const shape = shapes[name]
    if (!shape) throw new Error(`The service's model has no shape ${name}.`)
    return { ...shape, ...stricter[name] }
  }
  /** What is sensitive is so with all that it holds. */
  const shapeOf = (name: string, isWithinSensitive: boolean): Shape => {
    const shape = modelOf(name)
    const isSensitive = isWithinSensitive || shape.sensitive === true
    const length = bounds(shape, 'minLength', 'maxLength')
    switch (shape.type) {
      case 'string':
        return { type: 'string', ...length, ...ofString(shape), sensitive: isSensitive }
      case 'list':
        return { type: 'list', ...length, of: shapeOf(shape.member ?? '', isSensitive) }
      case 'map':
        return { type: 'map', ...length, of: shapeOf(shape.value ?? '', isSensitive) }
      case 'structure':
        return shape.document ? { type: 'document' } : structureOf(name, isSensitive)
      case 'integer':
      case 'long':
        return { type: 'integer', ...bounds(shape, 'min', 'max') }
      case 'blob':
        return { type: 'blob', ...length }
      case 'boolean':
        return { type: 'boolean' }
      default:
        throw new Error(`The service's model has the type ${shape.type}, which no request had.`)
    }
  }

  return (operation) => {
    const known = made.get(operation)
    if (known) return known
    const { input = '' } = operations[operation] ?? {}
    const structure = structureOf(input, false)
    made.set(operation, structure)
    return structure
  }
}

function ofString({ pattern, enum: values }: ModelShape) {
  return {
    ...(pattern !== undefined && { pattern: wholly(pattern), patternText: pattern }),
    ...(values && { values }),
  }
}

/** Models have patterns of Java, where `(?s)` is what the flag is here. A value has to match wholly. */
function wholly(pattern: string): RegExp {
  const isDotAll = pattern.startsWith('(?s)')
  const source = isDotAll ? pattern.slice('(?s)'.length) : pattern
  return new RegExp(`^(?:${source})$`, isDotAll ? 'su' : 'u')
}

function bounds<Min extends string, Max extends string>(
  { min, max }: ModelShape,
  least: Min,
  most: Max,
): { [Name in Min | Max]?: number } {
  return {
    ...(min !== undefined && { [least]: min }),
    ...(max !== undefined && { [most]: max }),
  } as { [Name in Min | Max]?: number }
}
