import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withPureComponents } from '../../infra/build/pure-router.ts'

const release = join(import.meta.dirname, '../../node_modules/react-router/dist/production')

function modules(): string[] {
  return readdirSync(release)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => readFileSync(join(release, name), 'utf8'))
}

test('of the router nothing is changed but names for tools and what the bundler is told', () => {
  const differing = modules().flatMap((code) => {
    const [before, after] = [code.split('\n'), withPureComponents(code).split('\n')]
    expect(after).toHaveLength(before.length)
    return before.flatMap((line, index) => (line === after[index] ? [] : [[line, after[index]]]))
  })

  expect(differing).toContainEqual(['Link.displayName = "Link";', ''])
  expect(differing).toContainEqual([
    'var Link = React10.forwardRef(',
    'var Link = /* @__PURE__ */ React10.forwardRef(',
  ])
  for (const [before = '', after = ''] of differing) {
    if (after === '') expect(before).toMatch(/^\w+\.displayName = "\w+";$/)
    else expect(after.replace('/* @__PURE__ */ ', '')).toBe(before)
  }
})

test('a name inside of a component, or one that is computed, stays', () => {
  const code = '  Inner.displayName = "Inner";\nOther.displayName = nameOf(Other);\n'

  expect(withPureComponents(code)).toBe(code)
})
