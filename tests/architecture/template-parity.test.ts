import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resourceTypeNames } from '../../local/template/resource-types.ts'

const page = readFileSync('docs/parity.md', 'utf8')

test('docs/parity.md lists just the resource types that the template may have', () => {
  const section = page.split(/^## /m).find((text) => text.startsWith('The template\n')) ?? ''
  const rows = [...section.matchAll(/^\| `(AWS::[\w:]+)` +\| (?:yes|partly|no) /gm)]

  expect(rows.map(([, type]) => type).toSorted()).toEqual(resourceTypeNames.toSorted())
})
