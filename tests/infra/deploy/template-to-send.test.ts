import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { isMap, isScalar, isSeq, parse, parseDocument, type Node } from 'yaml'
import { leaveOutWhatIsOff } from '../../../infra/deploy/arguments/leave-out-what-is-off.ts'
import { textFor } from '../../../infra/deploy/arguments/template-body.ts'
import { templateToSend } from '../../../infra/deploy/arguments/template-to-send.ts'
import { maxBodyBytes, readTemplateFile } from '../../../infra/deploy/arguments/template-file.ts'
import { evaluateTemplate } from '../../../local/template/evaluate-template.ts'
import { toJson } from '../../../local/template/nodes.ts'
import { createProblems } from '../../../local/template/problems.ts'
import { createLoadContext } from '../../support/template/load-context.ts'
import { choices, template } from '../template.ts'

const file = readTemplateFile('infra/template.yaml')
const sent = file.text()
const defaults = new Map(file.parameters.map((each) => [each.name, each.default]))

test('what is sent means the same as what is written, intrinsics included', () => {
  expect(valuesOf(sent)).toEqual(valuesOf(template.text))
  expect(JSON.stringify(valuesOf(sent))).toContain('"!Sub"')
})

test.each(choices)('what is sent makes the same stack with %o', (parameters) => {
  const context = createLoadContext(parameters)
  const stackOf = (text: string) => {
    const { resources, outputs } = evaluateTemplate(text, context, createProblems('template'))
    return {
      outputs,
      resources: resources.map((each) => [each.logicalId, each.type, toJson(each.properties)]),
    }
  }

  const stack = stackOf(template.text)
  expect(stackOf(sent)).toEqual(stack)
  const needed = leaveOutWhatIsOff(template.text, (name) => parameters[name] ?? defaults.get(name))
  expect(stackOf(templateToSend(needed))).toEqual(stack)
})

test('what is sent has no comment, and a thousand bytes of what CloudFormation takes are free', () => {
  const needed = textFor(file, (name) => defaults.get(name))
  expect(sent).not.toMatch(/^ *# /m)
  expect(needed).not.toMatch(/^ *# /m)
  expect(Buffer.byteLength(needed)).toBeLessThanOrEqual(maxBodyBytes - 1_000)
})

test('descriptions, labels, prices and functions stay for who reads them in the console', () => {
  const { Description, Parameters, Metadata } = parse(sent, { logLevel: 'silent' }) as {
    Description: string
    Parameters: Record<string, { Description: string }>
    Metadata: Record<string, { ParameterGroups: object[] }>
  }

  expect(Description).toMatch(/^Cognito Starter: user pool, .* loads the same one\.$/)
  expect(Parameters['Hosting']?.Description).toContain('about 0.09 USD per GB')
  expect(Metadata['AWS::CloudFormation::Interface']?.ParameterGroups.length).toBeGreaterThan(9)
  expect(sent).toContain('PreSignUp: whoever comes back by an identity provider')
})

test('--print-template writes it and asks nobody for credentials', () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['infra/deploy/deploy.mjs', '--print-template'],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], AWS_EC2_METADATA_DISABLED: 'true' } },
  )

  expect(status).toBe(0)
  expect(stdout).toBe(textFor(file, (name) => defaults.get(name)))
})

test.each([
  [
    'truth values and their texts',
    "A: { Type: X, Properties: { a: 'OFF', b: off, c: 'yes', d: y } }",
  ],
  ['a number that is text', "A: { Type: X, Properties: { a: '012', b: '1.0', c: 1e3 } }"],
  ['noughts before a number', 'A: { Type: X, Properties: { Account: 000123456789, B: 012 } }'],
  ['a number sign in text', "A:\n  Type: X # one\n  Properties:\n    a: 'b # c' # two\n    d: e#f"],
  [
    'line ends at the end of a block',
    'A:\n  Type: X\n  Properties:\n    a: |+\n      # a script\n      b\n\n\n    c: |-\n      d\n    e: >\n      f\n\n      g\n',
  ],
  [
    'functions in functions',
    "A:\n  Type: X\n  Properties:\n    a: !Join ['', [!Ref B, !If [C, !GetAtt D.E, !Ref AWS::NoValue]]]\n    b: !Sub\n      - ${F}\n      - F: !Select [0, !Split [',', 'a,b']]\n    c: { 'Fn::Sub': '${B}' } # long",
  ],
  [
    'spaces and quotes',
    `A: { Type: X, Properties: { a: "it's\\t\\u00e4", b: ' ', c: '"', d: "" } }`,
  ],
  ['a long line', `A: { Type: X, Properties: { a: ${'long '.repeat(100)} } }`],
  ['JSON', '{ "A": { "Type": "X", "Properties": { "a": ["b", 1, true, "true", "\\n"] } } }'],
])('%s is sent as it is written', (_what, resources) => {
  const text = resources.startsWith('{')
    ? `{"Resources": ${resources}}`
    : `# ours\nResources:\n  ${resources.replaceAll('\n', '\n  ')}\n`

  const short = templateToSend(text)

  expect(valuesOf(short)).toEqual(valuesOf(text))
})

/** Every value with its tag, as a YAML parser that knows nothing of CloudFormation has it. */
function valuesOf(text: string): unknown {
  const { contents, errors } = parseDocument<Node>(text, { version: '1.1', logLevel: 'silent' })
  expect(errors).toEqual([])
  return valueOf(contents)
}

function valueOf(node: Node | null): unknown {
  const tag = node?.tag?.startsWith('!') ? node.tag : ''
  if (isMap<Node, Node | null>(node)) {
    return [tag, node.items.map(({ key, value }) => [valueOf(key), valueOf(value)])]
  }
  if (isSeq<Node>(node)) return [tag, ...node.items.map(valueOf)]
  return isScalar(node) ? [tag, typeof node.value, node.value] : undefined
}
