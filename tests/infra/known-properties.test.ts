import type { Property, PropertyType } from '@aws-cdk/service-spec-types'
import { expect, test } from 'vitest'
import { loadTemplate } from '../../local/template/load-template.ts'
import type { MapNode, Value } from '../../local/template/nodes.ts'
import { TemplateError } from '../../local/template/template-error.ts'
import { createLoadContext } from '../support/template/load-context.ts'
import { definitionOf, specOf } from './resource-spec.ts'
import { parametersOf, socialProviders } from './social-parameters.ts'
import { evaluated, template } from './template.ts'

const more = `
  Group:
    Type: AWS::Cognito::UserPoolGroup
    Properties:
      UserPoolId: !Ref UserPool
`
const text = template.text.replace('\nOutputs:\n', `${more}\nOutputs:\n`)
const parameters = parametersOf(socialProviders)

const { resources } = evaluated(text, parameters)

test.each([...new Set(resources.map(({ type }) => type))])(
  'no property that AWS gives to %s is unknown to the loader',
  (type) => {
    const spec = specOf(type)?.properties ?? {}
    const spots = resources
      .filter((resource) => resource.type === type)
      .flatMap(({ properties }) => spotsIn(properties, spec, ''))
    // Of five functions each could have the same.
    const once = new Map(spots.map((spot) => [spot.path, spot]))

    const unknown = [...once.values()].flatMap(({ map, name, property }) =>
      problemsWith(map, name, property).filter((problem) => problem.includes('does not read')),
    )

    expect(unknown).toEqual([])
  },
)

test('a property that AWS does not give is unknown to the loader', () => {
  const [pool] = evaluated(text).resources
  const property: Property = { type: { type: 'string' } }

  expect(problemsWith(pool!.properties, 'Colour', property).join()).toContain(
    'does not read Colour',
  )
})

interface Spot {
  /** The names that lead to it. */
  path: string
  map: MapNode<Value>
  name: string
  property: Property
}

/** Every property that a map, or one inside it, could have and has not. */
function spotsIn(
  map: MapNode<Value>,
  spec: Readonly<Record<string, Property>>,
  above: string,
): Spot[] {
  const present = new Map(map.entries.map(({ key, value }) => [key, value]))
  return Object.entries(spec).flatMap(([name, property]) => {
    const value = present.get(name)
    const path = `${above}.${name}`
    return value ? spotsInside(value, property.type, path) : [{ path, map, name, property }]
  })
}

function spotsInside(value: Value, type: PropertyType, path: string): Spot[] {
  if (type.type === 'array' && value.kind === 'list') {
    return value.items.flatMap((item) => spotsInside(item, type.element, path))
  }
  return type.type === 'ref' && value.kind === 'map'
    ? spotsIn(value, definitionOf(type).properties, path)
    : []
}

/** What the loader says of the template when that map begins with one more property. */
function problemsWith({ entries }: MapNode<Value>, name: string, property: Property): string[] {
  const { line, column } = entries[0]!.keyAt
  const lines = text.split('\n')
  const first = lines[line - 1] ?? ''
  const indented = ' '.repeat(column - 1) + first.slice(column - 1)
  lines[line - 1] = `${first.slice(0, column - 1)}${name}: ${sample(property.type)}\n${indented}`
  try {
    loadTemplate({ ...template, text: lines.join('\n') }, createLoadContext(parameters))
    return []
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return error.problems.map(({ message }) => message)
  }
}

function sample(type: PropertyType): string {
  switch (type.type) {
    case 'boolean':
      return 'true'
    case 'integer':
    case 'number':
      return '1'
    case 'array':
    case 'tag':
      return '[]'
    case 'map':
    case 'ref':
    case 'json':
      return '{}'
    default:
      return 'x'
  }
}
