import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readHeader } from '../clients/support/read-header.mjs'

const folder = 'tests/clients'
const scripts = readdirSync(folder).filter(
  (name) => /\.(mjs|py|sh)$/.test(name) && name !== 'run.mjs',
)

function rowsOf(document: string): string[][] {
  return document
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll('`', '')))
}

test('docs/clients.md has a row for every script of a client, in its own words', () => {
  const wanted = scripts.map((name) => {
    const { client, packages, flags, proves } = readHeader(
      readFileSync(`${folder}/${name}`, 'utf8'),
    )
    return [client, packages.replace(' ', ': '), flags || '–', proves]
  })

  expect(wanted.flat()).not.toContain('')
  expect(rowsOf(readFileSync('docs/clients.md', 'utf8')).sort()).toEqual(wanted.sort())
})
