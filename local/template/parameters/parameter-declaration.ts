import { defined } from '../defined.ts'
import { literal } from '../literal.ts'
import type { TemplateNode } from '../nodes.ts'
import type { Problems } from '../problems.ts'
import { PropertyReader } from '../property-reader.ts'
import { Fault, type Position } from '../template-error.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
export interface ParameterDeclaration {
  name: string
  at: Position
  type: 'String' | 'Number' | 'CommaDelimitedList'
  default?: string
  allowedValues?: readonly string[]
  /** Made to match the whole value, as AWS does. */
  allowedPattern?: RegExp
  constraintDescription?: string
  minLength?: number
  maxLength?: number
  minValue?: number
  maxValue?: number
  /** The value is a secret: no message may show it. */
  noEcho: boolean
}

export function readDeclaration(
  name: string,
  at: Position,
  node: TemplateNode,
  problems: Problems,
): ParameterDeclaration {
  const value = literal(node)
  if (value.kind !== 'map') throw new Fault(at, `The parameter ${name} must be a map.`)
  const reader = new PropertyReader(value, name, {
    problems,
    notEmulated: [],
    unread: new Set(),
  })
  const declaration = {
    name,
    at,
    type: reader.requiredOneOf('Type', ['String', 'Number', 'CommaDelimitedList']),
    noEcho: reader.boolean('NoEcho') ?? false,
    ...defined('default', reader.string('Default')),
    ...defined('allowedValues', reader.strings('AllowedValues')),
    ...defined('allowedPattern', patternOf(reader)),
    ...defined('constraintDescription', reader.string('ConstraintDescription')),
    ...defined('minLength', reader.integer('MinLength', { min: 0 })),
    ...defined('maxLength', reader.integer('MaxLength', { min: 0 })),
    ...defined('minValue', reader.integer('MinValue')),
    ...defined('maxValue', reader.integer('MaxValue')),
  }
  reader.pass('Description')
  reader.finish()
  return declaration
}

/** CloudFormation trims the spaces around each item. */
export function itemsOf(text: string): string[] {
  return text.split(',').map((item) => item.trim())
}

function patternOf(reader: PropertyReader): RegExp | undefined {
  const source = reader.string('AllowedPattern')
  if (source === undefined) return undefined
  // Java's syntax, of which JavaScript reads most: some only with the `u` flag, some only without.
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${source})$`, flags)
    } catch {
      continue
    }
  }
  reader.problem('AllowedPattern', 'is not a regular expression that can be read here.')
  return undefined
}
