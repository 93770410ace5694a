import { expect, test } from 'vitest'
import { problemsOf } from './load.ts'

test('aliases are refused, so that none can multiply', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefgh'.split('').map((name, index) => {
      const before = 'abcdefg'.charAt(index)
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`
    }),
    'Resources: {}',
  ].join('\n')

  expect(problemsOf(bomb)).toContain(
    '2:8 CloudFormation takes no YAML aliases: write out what *a is.',
  )
})

test('merge keys merge nothing', () => {
  expect(problemsOf('Resources:\n  A: { <<: { Type: AWS::S3::Bucket } }')).toEqual([
    '2:3 The resource A has no Type.',
    '2:8 A resource has no attribute <<.',
  ])
})

test.each([
  ['a key that is there twice', 'Resources: {}\nResources: {}', '2:1 Map keys must be unique.'],
  ['a root that is a list', '- a', '1:1 A template is a map of sections, not a list.'],
  ['a root that is text', 'hello', '1:1 A template is a map of sections, not "hello".'],
  ['nothing', '', '1:1 The template is empty.'],
  ['only a comment', '# nothing', '1:1 The template is empty.'],
  ['a key that is a list', '? [a]\n: b\nResources: {}', '1:1 A key of this map is not plain text.'],
  [
    'a tag of a prefix that nobody declared',
    'Resources: !Foo!Bar {}',
    '1:12 Could not resolve tag: !Foo!Bar.',
  ],
  [
    'a tag by its address',
    'Resources: !<tag:example.com,2024:x> {}',
    '1:38 CloudFormation has no YAML tag tag:example.com,2024:x.',
  ],
  [
    'a bracket that is not closed',
    'Resources: {\n',
    '2:1 Flow map in block collection must be sufficiently indented and end with a }.',
  ],
])('%s is refused', (_, text, problem) => {
  expect(problemsOf(text)).toEqual([problem])
})

test('two documents in one file are refused', () => {
  expect(problemsOf('Resources: {}\n---\nResources: {}')[0]).toMatch(/^2:1 .*multiple documents/)
})

test.each([
  ['brackets', '['.repeat(400_000)],
  ['brackets over lines', '[\n'.repeat(400_000)],
  ['brackets that comments seem to close', '[ # ]\n'.repeat(100_000)],
  ['brackets that strings seem to close', '["]", \n'.repeat(100_000)],
  ['maps', 'a: ' + '{b: '.repeat(200_000)],
  ['lists', '- '.repeat(400_000)],
  ['keys', '? '.repeat(400_000)],
])('a tower of %s is refused before it is built', (_, text) => {
  expect(problemsOf(text)[0]).toMatch(/^\d+:1 This is nested more than 100 levels deep\.$/)
})

test('a tower of indentation is refused', () => {
  const text = Array.from({ length: 1300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')

  expect(problemsOf(text)).toHaveLength(1)
})

test('a template that is larger than AWS takes is refused', () => {
  const text = `Description: "${'é'.repeat(600_000)}"\nResources: {}`

  expect(problemsOf(text)).toEqual(['1:1 The template is larger than 1 MB, AWS’s limit.'])
})

test('many brackets side by side are no tower', () => {
  const buckets = Array.from({ length: 300 }, (_, index) => {
    return `  B${index}: { Type: AWS::S3::Bucket, Properties: { Tags: [{}, {}] } } # {`
  })

  expect(problemsOf(['Resources:', ...buckets].join('\n'))).toEqual([])
})

test.each(['__proto__', 'constructor', 'toString'])('%s is a name like any other', (name) => {
  const text = `Resources: {}\nOutputs:\n  O: { Value: !Ref ${name} }`

  expect(problemsOf(text)).toEqual([`3:15 The template has no resource or parameter ${name}.`])
  expect(problemsOf(`Resources:\n  A: { Type: ${name} }`)).toHaveLength(1)
  expect(
    problemsOf(`Resources:\n  A: { Type: AWS::S3::Bucket, Properties: { ${name}: 1 } }`),
  ).toHaveLength(1)
})
