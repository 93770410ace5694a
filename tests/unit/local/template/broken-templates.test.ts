import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TemplateError } from '../../../../local/template/template-error.ts'
import { parametersOf, socialProviders } from '../../../infra/social-parameters.ts'
import { load } from './load.ts'

/** Of a function's source, any line is as good as any other, and a comment is no line. */
const lines = readFileSync('infra/template.yaml', 'utf8')
  .replace(/(ZipFile: \|\n.*\n)(?:\n* {10}.*\n)+/g, '$1')
  .replace(/^ *(?:#.*)?\n/gm, '')
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

const values = ['[]', '{}', '1', 'true', "''", '!Ref Nowhere', '[[x]]', '{ a: { b: c } }', '~']

/** The lines that are tried: not those of a third role or policy, which say nothing new. */
const tried = indexesOfKinds()

function indexesOfKinds(): number[] {
  const counts = new Map<string, number>()
  let isNew = true
  return lines.flatMap((line, index) => {
    const type = /^ {4}Type: (AWS::.*)$/.exec(lines[index + 1] ?? '')?.[1]
    if (type !== undefined) {
      const count = (counts.get(type) ?? 0) + 1
      counts.set(type, count)
      isNew = count <= 2
    }
    if (/^\w/.test(line)) isNew = true
    return isNew ? [index] : []
  })
}

/** Enough to meet every kind of property: a third of the lines, each by one value. */
const stride = 27

test.each(values)('where a value is replaced by %s, the template loads or tells it', (value) => {
  const first = values.indexOf(value) * (stride / values.length)
  const own = tried.filter((_, count) => count % stride === first)

  const outcomes = own.map((index) =>
    loadsOrTells(index, lines[index]!.replace(/^(\s*(?:- )?[\w:.]+: |\s*- ).*$/, `$1${value}`)),
  )

  expect(outcomes).toContain('tells')
})

const parts = [0, 1, 2, 3, 4, 5, 6, 7]
const sample = tried.filter((_, count) => count % 9 === 0)

test.each(parts)('where lines are missing, the template loads or tells it (part %i)', (part) => {
  const own = sample.filter((_, count) => count % parts.length === part)

  const outcomes = own.map((index) => loadsOrTells(index, ''))

  expect(outcomes).toContain('tells')
})
