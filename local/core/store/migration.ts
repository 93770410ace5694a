import type { Store } from './store.ts'

/** What rows of one table become when they were written by a build before `shape`. */
export interface Migration {
  /** The first shape of the data that has such rows; 2 is the first that needs a migration. */
  shape: number
  table: string
  /**
   * @param row typed as the builds before wrote it, spelled out: the types of today go on changing.
   * @returns undefined for a row that is not kept.
   */
  migrate(row: unknown, key: string): unknown
  /** The key that a row of this key has from then on. */
  rekey?: (key: string) => string
  /** Which of two rows stays that have come to the same key; without it the one that was there. */
  choose?: (there: unknown, other: unknown, read: ReadRow) => unknown
}

type ReadRow = (table: string, key: string) => unknown

/** Of the rows that are written now. */
export function currentShape(migrations: readonly Migration[]): number {
  return Math.max(1, ...migrations.map(({ shape }) => shape))
}

/** @returns the row as today's build would have written it. */
export function migrateRow(
  migrations: readonly Migration[],
  table: string,
  key: string,
  { row, shape }: { row: unknown; shape: number },
): unknown {
  return migrations
    .filter((each) => each.table === table && each.shape > shape)
    .sort((left, right) => left.shape - right.shape)
    .reduce((before, each) => (before === undefined ? before : each.migrate(before, key)), row)
}

/**
 * Writes one row as today's build would have, under the key that it would have.
 */
export function migrateInto(
  store: Pick<Store, 'table'>,
  migrations: readonly Migration[],
  name: string,
  { key, shape }: { key: string; shape: number },
): void {
  const table = store.table<unknown>(name)
  const row = migrateRow(migrations, name, key, { row: table.get(key), shape })
  const moves = migrations.filter((each) => each.table === name && each.shape > shape)
  const target = moves.reduce((from, { rekey }) => rekey?.(from) ?? from, key)
  if (row === undefined) {
    table.delete(key)
    return
  }
  if (target === key) {
    table.set(key, row)
    return
  }
  table.delete(key)
  const there = table.get(target)
  const choose = moves.find((each) => each.choose !== undefined)?.choose
  if (there === undefined) table.set(target, row)
  else if (choose) {
    table.set(
      target,
      choose(there, row, (other, at) => store.table(other).get(at)),
    )
  }
}
