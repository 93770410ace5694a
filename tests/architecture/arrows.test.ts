import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { infraArrows, localArrows, srcArrows } from './arrows.mjs'
import { forbiddenImports } from './check-arrows.mjs'

test('docs/architecture.md draws the arrows that lint enforces', () => {
  const text = readFileSync('docs/architecture.md', 'utf8')
  const rows = [...text.matchAll(/^\| +(`[^|]+?) +\| +([^|]+?) +\|$/gm)].map(
    ([, folder, allowed]) => `| ${folder ?? ''} | ${allowed ?? ''} |`,
  )

  const expected = Object.entries({ ...srcArrows, ...localArrows, ...infraArrows }).map(
    ([place, allowed]) => {
      const cells = allowed.map((to) => `\`${to}\``).join(', ') || 'nothing'
      return `| \`${place}\` | ${cells} |`
    },
  )

  expect(expected.length).toBeGreaterThan(20)
  expect(rows).toEqual(expected)
})

test.each([
  ['a value', "import { words } from '../routes/words.ts'"],
  ['a type', "import type { Words } from '../routes/words.ts'"],
  ['a type in place', "type Words = import('../routes/words.ts').Words"],
  ['what is passed on', "export { words } from '../routes/words.ts'"],
  ['all that is passed on', "export * from '../routes/words.ts'"],
  ['a file that is loaded later', "const words = await import('../routes/words.ts')"],
  ['a stylesheet', "import '../routes/words.ts?inline'"],
])('lint refuses an import of %s that no arrow allows', (_what, text) => {
  expect(forbiddenImports('src/ui/field.tsx', `\n${text}\n`)).toEqual([
    'src/ui/field.tsx:2: no arrow leads from src/ui to src/routes/words.ts.',
  ])
})

test.each([
  ['src/auth/session.ts', '../../local/core/clock.ts', 'from src/auth to local/core/clock.ts'],
  ['local/core/clock.ts', '../../src/auth/session.ts', 'from local/core to src/auth/session.ts'],
  ['infra/build/build.ts', '../../tests/run.mjs', 'from infra/build to tests/run.mjs'],
  ['local/core/clock.ts', '../iam/policy.ts', 'from local/core to local/iam/policy.ts'],
  ['src/auth/session.ts', '#words/words', 'from src/auth to src/ui/wording/en/words.ts'],
])('lint refuses %s the import of %s', (path, to, arrow) => {
  expect(forbiddenImports(path, `import '${to}'`)).toEqual([`${path}:1: no arrow leads ${arrow}.`])
})

test('lint allows what an arrow leads to, the own folder, and packages', () => {
  const text = "import 'react'\nimport './button.tsx'\nimport '../navigation/paths.ts'"

  expect(forbiddenImports('src/ui/field.tsx', text)).toEqual([])
})

test('lint refuses a file that no row is about', () => {
  expect(forbiddenImports('src/left-over.ts', '')).toEqual([
    'src/left-over.ts: no row of tests/architecture/arrows.mjs is about this file.',
  ])
})
