import { expect, test } from 'vitest'
import {
  currentShape,
  migrateRow,
  type Migration,
} from '../../../../../local/core/store/migration.ts'

const migrations: readonly Migration[] = [
  { shape: 3, table: 'people', migrate: (row: { name: string }) => ({ ...row, isShort: true }) },
  {
    shape: 2,
    table: 'people',
    migrate: ({ first }: { first: string }, key) =>
      first === '' ? undefined : { name: first, key },
  },
  { shape: 4, table: 'codes', migrate: () => undefined },
]

test('rows are of the newest shape that a migration leads to', () => {
  expect(currentShape([])).toBe(1)
  expect(currentShape(migrations)).toBe(4)
})

test('a row goes through the migrations of its table that came after it, oldest first', () => {
  const from = (shape: number, row: unknown) =>
    migrateRow(migrations, 'people', 'ada', { row, shape })

  expect(from(1, { first: 'Ada' })).toStrictEqual({ name: 'Ada', key: 'ada', isShort: true })
  expect(from(2, { name: 'Ada' })).toStrictEqual({ name: 'Ada', isShort: true })
  expect(from(3, { name: 'Ada' })).toStrictEqual({ name: 'Ada' })
  expect(migrateRow(migrations, 'other', 'ada', { row: 1, shape: 1 })).toBe(1)
})

test('a row that a migration does not keep meets no later one', () => {
  const row = { first: '' }
  expect(migrateRow(migrations, 'people', 'ada', { row, shape: 1 })).toBeUndefined()
})
