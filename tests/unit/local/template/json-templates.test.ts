import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type TemplateNode, toJson } from '../../../../local/template/nodes.ts'
import { createProblems } from '../../../../local/template/problems.ts'
import { parseYaml } from '../../../../local/template/yaml/parse-yaml.ts'
import { loadTemplate } from '../../../../local/template/load-template.ts'
import { createLoadContext } from '../../../support/template/load-context.ts'
import { problemsOf } from './load.ts'

/** The long forms, which are all that JSON has. */
function asJson(node: TemplateNode): unknown {
  if (node.kind === 'intrinsic') return { [node.name]: asJson(node.argument) }
  if (node.kind === 'scalar') return toJson(node)
  if (node.kind === 'list') return node.items.map(asJson)
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, asJson(value)]))
}

test.each(['  ', '\t', ''])('the template means the same as JSON, indented by %j', (indent) => {
  const yaml = readFileSync('infra/template.yaml', 'utf8')
  const json = JSON.stringify(asJson(parseYaml(yaml, createProblems('t.yaml'))), null, indent)
  const context = createLoadContext()

  const fromJson = loadTemplate({ text: json, file: 't.json' }, context)

  expect(fromJson).toEqual(loadTemplate({ text: yaml, file: 't.yaml' }, context))
  expect(fromJson.userPools).toHaveLength(1)
})

test('a problem of a JSON template is told by line and column', () => {
  const text = [
    '{',
    '\t"Resources": {',
    '\t\t"Pool": {',
    '\t\t\t"Type": "AWS::Cognito::UserPool",',
    '\t\t\t"Properties": { "MfaConfiguration": "MAYBE", "Polices": {} }',
    '\t\t},',
    '\t\t"Client": {',
    '\t\t\t"Type": "AWS::Cognito::UserPoolClient",',
    '\t\t\t"Properties": { "UserPoolId": { "Ref": "Poll" } }',
    '\t\t}',
    '\t}',
    '}',
  ].join('\n')

  expect(problemsOf(text)).toEqual(['9:34 The template has no resource or parameter Poll.'])
  expect(problemsOf(text.replace('Poll', 'Pool'))).toEqual([
    '5:40 Pool.MfaConfiguration: must be one of OFF, ON, OPTIONAL, not "MAYBE".',
    '5:49 Pool: the local AWS does not read Polices. Is it spelled as AWS has it?',
  ])
})

test.each([
  ['{\n  "Resources": {\n    "A": { "Type": "x" \n', /^4:1 Flow map .* end with a }/],
  ['{\n  "Resources": { "A": null }\n}', /^2:23 There is no value here/],
  ['{ "Resources": { "A": {},\n"A": {} } }', /^2:1 Map keys must be unique/],
  [`{ "Resources": ${'['.repeat(200)}${']'.repeat(200)} }`, /^1:1 This is nested/],
])('JSON that cannot be read says where: %#', (text, problem) => {
  const [first, ...others] = problemsOf(text)

  expect(first).toMatch(problem)
  expect(others).toEqual([])
})
