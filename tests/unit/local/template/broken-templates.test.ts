import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TemplateError } from '../../../../local/template/template-error.ts'
import { parametersOf, socialProviders } from '../../../infra/social-parameters.ts'
import { load } from './load.ts'

/** Of a function's source, any line is as good as any other. */
const lines = readFileSync('infra/template.yaml', 'utf8')
  .replace(/(ZipFile: \|\n.*\n)(?:\n* {10}.*\n)+/, '$1')
  .split('\n')
/** With every provider there, so that their lines count too. */
const parameters = parametersOf(socialProviders)

/** The template with one line changed; an error of any other class than TemplateError escapes. */
function loadsOrTells(index: number, line: string): 'loads' | 'tells' {
  try {
    load(lines.with(index, line).join('\n'), parameters)
    return 'loads'
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    for (const problem of error.problems) {
      expect(problem.message).not.toBe('')
      expect(problem.line).toBeGreaterThan(0)
      expect(problem.column).toBeGreaterThan(0)
    }
    expect(error.problems.length).toBeGreaterThan(0)
    return 'tells'
  }
}

/** Every eighth line is enough to meet every kind of property, and keeps the test short. */
const sample = lines.flatMap((line, index) => (index % 8 === 0 ? [{ line, index }] : []))

const values = ['[]', '{}', '1', 'true', "''", '!Ref Nowhere', '[[x]]', '{ a: { b: c } }', '~']

test('whatever a value is replaced by, the template loads or tells what is wrong', () => {
  const outcomes = sample.map(({ line, index }) => {
    const value = values[(index / 8) % values.length] ?? ''
    return loadsOrTells(index, line.replace(/^(\s*(?:- )?[\w:.]+: |\s*- ).*$/, `$1${value}`))
  })

  expect(new Set(outcomes)).toEqual(new Set(['loads', 'tells']))
})

test('whatever line is missing, the template loads or tells what is wrong', () => {
  const outcomes = sample.map(({ index }) => loadsOrTells(index, ''))

  expect(new Set(outcomes)).toEqual(new Set(['loads', 'tells']))
})
