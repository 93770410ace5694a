import { expect, test } from 'vitest'
import type { IntrinsicNode, TemplateNode } from '../../local/template/nodes.ts'
import { createProblems } from '../../local/template/problems.ts'
import { parseYaml } from '../../local/template/yaml/parse-yaml.ts'
import { breachesOf, documentedOnly, specified, specOf } from './resource-spec.ts'
import { examples } from '../support/template/examples.ts'
import { choices, evaluated, everythingHosted, template } from './template.ts'

function breachesIn(text: string, parameters = {}): string[] {
  return evaluated(text, parameters).resources.flatMap(breachesOf)
}

test.each(choices)('every type and property is in AWS’s specification, with %o', (parameters) => {
  expect(breachesIn(template.text, parameters)).toEqual([])
})

test.each([
  ['MinimumLength: 8', 'MinimumLenght: 8', 'there is no such property'],
  ['MinimumLength: 8', 'MinimumLength: eight', 'is not integer'],
  ['PLUS, ESSENTIALS]', 'PLUS, ESSENTIAL]', 'is not string'],
  ['      UserPoolId: !Ref UserPool\n      # A browser', '      # A browser', 'is missing'],
  ['UsernameAttributes: [email]', 'UsernameAttributes: email', 'is not a list'],
  ['MfaConfiguration: !Ref Mfa', 'MfaConfiguration: OFF', 'is not string'],
  ['drop-old-versions\n            Status: Enabled', 'drop-old-versions', 'Status is missing'],
  ['NoncurrentDays: 30', 'Days: 30', 'there is no such property'],
  ['UserSessionTracking: ENABLED', 'UserSessionTracking: on', 'is not string'],
  ['      UserSessionTracking: ENABLED\n', '', 'UserSessionTracking is missing'],
])('the check finds a template with %j made %j', (right, wrong, breach) => {
  const text = template.text.replace(right, wrong)
  expect(text).not.toBe(template.text)

  const breaches = breachesIn(text)

  expect(breaches.join('\n')).toContain(breach)
})

test('one type is let through on the word of the documentation, until the specification has it', () => {
  const types = new Set(
    choices.flatMap((parameters) =>
      evaluated(template.text, parameters).resources.map(({ type }) => type),
    ),
  )

  expect([...types].filter((type) => specified(type) === undefined)).toEqual([documentedOnly])
})

test('every attribute that the template asks for is one that AWS gives', () => {
  const types = new Map(
    evaluated(template.text, { ...everythingHosted, ...examples, Editors: 'true' }).resources.map(
      ({ logicalId, type }) => [logicalId, type],
    ),
  )

  const asked = attributesIn(parseYaml(template.text, createProblems(template.file)))

  expect(asked.length).toBeGreaterThan(5)
  for (const name of asked) {
    const [logicalId = '', attribute = ''] = name.split('.')
    const spec = specOf(types.get(logicalId) ?? '')
    expect(Object.keys(spec?.attributes ?? {}), name).toContain(attribute)
  }
})

/** `Resource.Attribute`, from `Fn::GetAtt` and `Fn::Sub`. */
function attributesIn(node: TemplateNode): string[] {
  if (node.kind === 'intrinsic') return [...named(node), ...attributesIn(node.argument)]
  if (node.kind === 'list') return node.items.flatMap(attributesIn)
  if (node.kind === 'map') return node.entries.flatMap(({ value }) => attributesIn(value))
  return []
}

function named({ name, argument }: IntrinsicNode): string[] {
  const text = argument.kind === 'scalar' ? argument.text : ''
  if (name === 'Fn::GetAtt') return [text]
  if (name !== 'Fn::Sub') return []
  return [...text.matchAll(/\$\{([A-Za-z0-9]+\.[A-Za-z0-9.]+)\}/g)].map((match) => match[1] ?? '')
}
