import type { Property, PropertyType } from '@aws-cdk/service-spec-types'
import { expect, test } from 'vitest'
import { loadTemplate } from '../../local/template/load-template.ts'
import { TemplateError } from '../../local/template/template-error.ts'
import { createLoadContext } from '../support/load-context.ts'
import { specOf } from './resource-spec.ts'
import { evaluated, template } from './template.ts'

const group = [
  '  Group:',
  '    Type: AWS::Cognito::UserPoolGroup',
  '    Properties:',
  '      UserPoolId: !Ref UserPool',
  '',
].join('\n')
const withGroup = template.text.replace('  IdentityPool:\n', `${group}\n  IdentityPool:\n`)
const { resources } = evaluated(withGroup)

test.each(resources.map(({ logicalId, type }) => [type, logicalId] as const))(
  'no property that AWS gives to %s is unknown to the loader (%s)',
  (type, logicalId) => {
    const present = resources.find((resource) => resource.logicalId === logicalId)
    const names = present?.properties.entries.map(({ key }) => key) ?? []
    const others = Object.entries(specOf(type)?.properties ?? {}).filter(
      ([name]) => !names.includes(name),
    )

    const problems = others.flatMap(([name, property]) => problemsWith(logicalId, name, property))

    expect(problems.filter((problem) => problem.includes('does not read'))).toEqual([])
  },
)

/** What the loader says of the template when that resource has one more property. */
function problemsWith(logicalId: string, name: string, property: Property): string[] {
  const marker = new RegExp(`^( {2}${logicalId}:\\n(?: {4}.*\\n)*? {4}Properties:\\n)`, 'm')
  const text = withGroup.replace(marker, `$1      ${name}: ${sample(property.type)}\n`)
  expect(text).not.toBe(withGroup)
  try {
    loadTemplate({ ...template, text }, createLoadContext())
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
