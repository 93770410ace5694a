import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Migration } from '../../../../../local/core/store/migration.ts'
import { DataFolderError } from '../../../../../local/node/store/data-folder-error.ts'
import { openLogStore } from '../../../../../local/node/store/log-store.ts'
import { quietLog } from '../../../../support/core/quiet-log.ts'
import { temporaryFolder } from '../../../../support/node/temporary-folder.ts'

const addSize: Migration = {
  shape: 2,
  table: 'rows',
  migrate: (row: { name: string }) =>
    row.name === 'dropped' ? undefined : { ...row, size: row.name.length },
}

async function writeRows(folder: string, names: readonly string[], migrations: Migration[] = []) {
  const store = openLogStore(folder, quietLog(), migrations)
  for (const name of names) store.table('rows').set(name, { name })
  store.table('others').set('other', 1)
  await store.close()
}

async function rowsIn(folder: string, migrations: readonly Migration[]) {
  const store = openLogStore(folder, quietLog(), migrations)
  const rows = [...store.table('rows').entries()].map(([, row]) => row)
  expect(store.table('others').get('other')).toBe(1)
  await store.close()
  return rows
}

test('rows of an earlier build are migrated before anybody reads them, and once', async () => {
  const folder = temporaryFolder()
  const names = Array.from({ length: 2500 }, (_, index) => `row ${index + 1000}`)
  await writeRows(folder, [...names, 'dropped'])

  const migrated = names.map((name) => ({ name, size: 8 }))
  expect(await rowsIn(folder, [addSize])).toStrictEqual(migrated)
  const { size } = statSync(join(folder, 'store-1.log'))
  expect(await rowsIn(folder, [addSize])).toStrictEqual(migrated)
  expect(statSync(join(folder, 'store-1.log')).size).toBe(size)
})

test('rows that are written beside a migration need none', async () => {
  const folder = temporaryFolder()
  await writeRows(folder, ['new'], [addSize])

  expect(await rowsIn(folder, [addSize])).toStrictEqual([{ name: 'new' }])
})

test('a migration that was cut off half way goes on where it was', async () => {
  const folder = temporaryFolder()
  await writeRows(
    folder,
    Array.from({ length: 1500 }, (_, index) => `row ${index + 1000}`),
  )
  const failing: Migration = {
    ...addSize,
    migrate(row: { name: string }, key) {
      if (row.name === 'row 2400') throw new Error('killed here')
      return addSize.migrate(row, key)
    },
  }

  expect(() => openLogStore(folder, quietLog(), [failing])).toThrow('killed here')
  const rows = await rowsIn(folder, [addSize])
  expect(rows).toHaveLength(1500)
  expect(rows).toStrictEqual(rows.map((row) => ({ ...(row as object), size: 8 })))
})

test('data of a newer build is refused with words, and stays as it is', async () => {
  const folder = temporaryFolder()
  await writeRows(folder, ['new'], [addSize])
  const before = readFileSync(join(folder, 'store-1.log'))

  const open = () => openLogStore(folder, quietLog(), [])
  expect(open).toThrow(DataFolderError)
  expect(open).toThrow('it has rows of shape 2, and this build knows 1')
  expect(readFileSync(join(folder, 'store-1.log'))).toStrictEqual(before)
})

test('rows whose keys change are found by the new ones, and of two that meet one is chosen', async () => {
  const folder = temporaryFolder()
  await writeRows(folder, ['plain', 'port 1/ada', 'port 2/ada', 'port 2/bob'])
  const withoutPort: Migration = {
    shape: 2,
    table: 'rows',
    migrate: (row) => row,
    rekey: (key) => key.replace(/^port \d\//, ''),
    choose: (there, other, read) => (read('others', 'other') === 1 ? other : there),
  }

  const expected = [{ name: 'port 2/ada' }, { name: 'port 2/bob' }, { name: 'plain' }]
  expect(await rowsIn(folder, [withoutPort])).toStrictEqual(expected)
  expect(await rowsIn(folder, [withoutPort])).toStrictEqual(expected)
})
