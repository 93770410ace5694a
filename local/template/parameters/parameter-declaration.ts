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
  /** The value is a name in AWS's Parameter Store, and `Ref` gives what is kept under it. */
  isOfStore?: true
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
    ...typeOf(reader),
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

const types = ['String', 'Number', 'CommaDelimitedList'] as const

/**
 * The types of AWS (`AWS::EC2::VPC::Id`, `List<…>` of them) are text and lists of it, whose values only
 * AWS can look up.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 */
function typeOf(reader: PropertyReader): Pick<ParameterDeclaration, 'type' | 'isOfStore'> {
  const given = reader.requiredString('Type')
  if (/^AWS::SSM::Parameter::Value<.+>$/.test(given)) return { type: 'String', isOfStore: true }
  if (/^AWS::[A-Za-z0-9]+(::[A-Za-z0-9]+)+$/.test(given)) return { type: 'String' }
  if (/^List<(Number|String|AWS::[A-Za-z0-9:]+)>$/.test(given))
    return { type: 'CommaDelimitedList' }
  return { type: reader.requiredOneOf('Type', types) }
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
