import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Zone {
  target: string | string[]
  from: string
  except?: string[]
}

interface Part {
  rules?: Readonly<Record<string, unknown>>
}

// A name that TypeScript cannot follow, since the file has no types of its own.
const file = new URL('../../eslint.config.js', import.meta.url).href
const { default: config } = (await import(/* @vite-ignore */ file)) as { default: Part[] }

/** `| \`src/app\` | \`auth\`, … |` for every zone that lists exceptions, in the order of the file. */
function rowsOfLint(): string[] {
  const rules = config.flatMap((part) => {
    const rule = part.rules?.['import-x/no-restricted-paths']
    return Array.isArray(rule) ? [rule[1] as { zones: Zone[] }] : []
  })
  return rules
    .flatMap(({ zones }) => zones)
    .flatMap(({ target, from, except }) => {
      if (typeof target !== 'string' || !except) return []
      const folder = target.replace('./', '')
      const self = from === './' ? target : `./${folder.slice(folder.indexOf('/') + 1)}`
      const isOwn = (place: string) => place === self || place === './node_modules'
      const allowed = except.filter((place) => !isOwn(place)).map((place) => place.slice(2))
      const cells = allowed.map((place) => `\`${place}\``).join(', ') || 'nothing'
      return [`| \`${folder}\` | ${cells} |`]
    })
}

test('docs/architecture.md draws the arrows that lint enforces', () => {
  const text = readFileSync('docs/architecture.md', 'utf8')
  const rows = [...text.matchAll(/^\| +(`[^|]+?) +\| +([^|]+?) +\|$/gm)].map(
    ([, folder, allowed]) => `| ${folder ?? ''} | ${allowed ?? ''} |`,
  )

  const expected = rowsOfLint()

  expect(expected.length).toBeGreaterThan(20)
  expect(rows).toEqual(expected)
})
