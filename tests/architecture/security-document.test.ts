import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const text = readFileSync('docs/security.md', 'utf8').replaceAll(/\s+/g, ' ')
const named = [...text.matchAll(/`(tests\/[\w./-]+)`: “([^”]+)”/g)]

test('docs/security.md names tests that exist, by their titles', () => {
  const missing = named.filter(([, path = '', title = '']) => {
    const source = existsSync(path) ? readFileSync(path, 'utf8').replaceAll(/\s+/g, ' ') : ''
    return !source.includes(title)
  })

  expect(named.length).toBeGreaterThan(40)
  expect(missing.map(([reference]) => reference)).toEqual([])
})

test('docs/security.md answers each of its statements once, in order', () => {
  const source = readFileSync('docs/security.md', 'utf8')
  const statements = source.match(/^\d+\. _[\s\S]+?(?=^\d+\. _|^## )/gm) ?? []

  expect(statements.map((statement) => Number.parseInt(statement))).toEqual(
    Array.from({ length: 48 }, (_, index) => index + 1),
  )
  for (const statement of statements) {
    expect(statement).toMatch(/\*\*(Held|Partly|Not yet|By design)/)
  }
})
