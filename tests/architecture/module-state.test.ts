import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isolatedUnitTests } from '../support/setup/isolated-unit-tests.ts'
import { importsOf } from './check-arrows.mjs'

/**
 * Test files in Node share what they import, since loading it anew takes each file a second. So no
 * module may keep state, but for these, which nothing of another file can be told by.
 */
const harmless = {
  'infra/triggers/accounts.cjs: client':
    'a client kept between calls, as AWS advises; each test runs the text',
  'local/core/ports/checks.ts: recorded':
    'who is told of what is checked of a request object, by that object alone',
  'local/core/store/kept-tables.ts: names': 'filled as modules load, with names that never change',
  'local/http/cookies.ts: dropped':
    'what a response object could not carry, told by that object alone',
  'local/http/html.ts: made': 'which objects are HTML',
  'local/iam/match/match-statement.ts: prepared': 'worked out from the statement alone',
  'local/iam/policy/statement-place.ts: places': 'where a statement object was read, by it alone',
  'local/managed-login/passkey-script.ts: isUnderWay': 'of a page’s script, which is text here',
  'local/template/yaml/parse-yaml.ts: last': 'worked out from the text alone',
  'tests/infra/deploy/support/fake-stack.ts: parsed': 'worked out from the text alone',
  'tests/support/core/test-crypto.ts: taken': 'whose turn it is among keys that are all alike',
}

/** What the formatter leaves at the margin is outside of all functions. */
const variable = /^(?:export )?(?:let|var) (\w+)/gm
const collection =
  /^(?:export )?const (\w+)\b(?!: readonly |: Readonly)[^=\n]*=\s+(?:new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)|\[\]|\{\})$/gm

/** What a script declares outside of all functions and can change. */
function stateOf(path: string, text: string): string[] {
  return [variable, collection]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(([, name]) => `${path}: ${name ?? ''}`)
}

function scriptsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.(ts|mjs|cjs)$/.test(path) && !/\.(test|d)\.m?ts$/.test(path))
}

test('no module that test files share keeps state', () => {
  const shared = [
    'local',
    'infra',
    'tests/support',
    'tests/infra',
    'tests/contract',
    'tests/unit/local',
  ]

  const found = shared
    .flatMap(scriptsIn)
    .flatMap((path) => stateOf(path, readFileSync(path, 'utf8')))

  expect(found.toSorted()).toEqual(Object.keys(harmless))
})

test('a unit test of the app that shares its process reaches no module that keeps state', () => {
  const unitTests = readdirSync('tests/unit/src', { recursive: true, encoding: 'utf8' })
    .map((name) => join('tests/unit/src', name).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts'))
  const sharing = unitTests.filter((path) => !isolatedUnitTests.includes(path))

  const state = sharing.flatMap((path) =>
    [...reachedFrom(path)].flatMap((reached) => stateOf(reached, readFileSync(reached, 'utf8'))),
  )

  expect(isolatedUnitTests.filter((path) => !unitTests.includes(path))).toEqual([])
  expect(state.filter((each) => !(each in harmless))).toEqual([])
})

/** The file itself, and what it imports in whatever way; types as well, which is more than is loaded. */
function reachedFrom(path: string): Set<string> {
  const reached = new Set([path])
  // A Set's iteration visits what is added on the way.
  for (const file of reached) {
    for (const { to } of importsOf(file, readFileSync(file, 'utf8'))) {
      if (/\.(tsx?|mjs)$/.test(to) && existsSync(to)) reached.add(to)
    }
  }
  return reached
}

test.each([
  ['let count = 0', ['x.ts: count']],
  ['export let count: number', ['x.ts: count']],
  ['const seen = new Map<string, string>()', ['x.ts: seen']],
  ['export const list: string[] = []', ['x.ts: list']],
  ['const byName: Record<string, string> = {}', ['x.ts: byName']],
  ['export const rows: readonly string[] = []', []],
  ["const names = new Set(['a'])\nfunction f() { let count = 0; return count }", []],
])('state is what can change outside of functions: %s', (text, expected) => {
  expect(stateOf('x.ts', text)).toEqual(expected)
})
