import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mentionNotEmulated } from '../../local/template/resources/not-emulated.ts'
import { resourceTypeNames } from '../../local/template/resource-types.ts'

const page = readFileSync('docs/parity.md', 'utf8')

test('docs/parity.md lists just the resource types that the template may have', () => {
  const section = page.split(/^## /m).find((text) => text.startsWith('The template\n')) ?? ''
  const rows = [...section.matchAll(/^\| `(AWS::[\w:]+)` +\| (?:yes|partly|no) /gm)]

  expect(rows.map(([, type]) => type).toSorted()).toEqual(resourceTypeNames.toSorted())
})

test('what docs/parity.md says is not here is told when the local AWS starts, and nothing else', () => {
  const rows = [...page.matchAll(/^\| `(AWS::[\w:]+)` +\| (yes|partly|no) /gm)]
  // Statistics that the CDK keeps of itself: nobody misses them here.
  const isTold = ([, type = '']: RegExpMatchArray) =>
    type === 'AWS::CDK::Metadata' ||
    mentionNotEmulated({ logicalId: 'It', type } as Parameters<typeof mentionNotEmulated>[0])
      .length > 0

  expect(rows.filter(isTold)).toEqual(rows.filter(([, , here]) => here === 'no'))
})
