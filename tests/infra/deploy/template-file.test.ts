import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  maxBodyBytes,
  readTemplateFile,
  retainedResources,
} from '../../../infra/deploy/arguments/template-file.ts'
import { textFor } from '../../../infra/deploy/arguments/template-body.ts'
import { encodings } from '../../support/core/encodings.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

test('the template of this repository fits into a request', () => {
  const template = readTemplateFile('infra/template.yaml')
  const { parameters } = template
  const defaults = new Map(parameters.map((each) => [each.name, each.default]))

  const sent = textFor(template, (name) => defaults.get(name))

  expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(maxBodyBytes)
  expect(parameters.map(({ name }) => name)).toContain('DeletionProtection')
})

test('a broken template is refused with file, line and column', () => {
  const path = join(temporaryFolder(), 'template.yaml')
  writeFileSync(path, 'Resources: {}\nParameters:\n  X: { Type: Sting }\n')

  expect(() => readTemplateFile(path)).toThrow(/template\.yaml:3:\d+ /)
  expect(() => readTemplateFile(path)).toThrow(expect.objectContaining({ exitCode: 2 }))
})

test.each(encodings)('a template in %s is sent as UTF-8', (_name, encode) => {
  const path = join(temporaryFolder(), 'template.yaml')
  writeFileSync(path, encode('Parameters:\n  X: { Type: String }\nResources: {}\n'))

  const { text, parameters } = readTemplateFile(path)

  expect(text()).toMatch(/^Parameters:/)
  expect(parameters).toMatchObject([{ name: 'X' }])
})

test('a template that is not there is refused', () => {
  expect(() => readTemplateFile('/nowhere/template.yaml')).toThrow('The template cannot be read.')
})

test.for([
  ['YAML', 'Resources:\n  A:\n    Type: X\n    DeletionPolicy: Retain\n  B: { Type: !Ref X }\n'],
  [
    'JSON',
    '{"Resources":{"A":{"Type":"X","DeletionPolicy":"RetainExceptOnCreate"},"B":{"Type":"X"}}}',
  ],
])('what a deployed template retains is read from %s', ([, text]) => {
  expect([...retainedResources(text!)]).toEqual(['A'])
})

test.for(['', 'no template', '[]', 'Resources:'])(
  'a deployed template "%s" retains nothing',
  (text) => {
    expect(retainedResources(text).size).toBe(0)
  },
)
