import type { Table } from './store.ts'

const looksAt = 4

/**
 * Deletes what is over among the few rows that follow `key`. Called with each new key of a table
 * whose keys are random, it keeps rows that are over below about a quarter of the table, at a cost
 * that does not grow.
 */
export function sweepAfter<Value>(
  table: Table<Value>,
  key: string,
  isOver: (value: Value) => boolean,
): void {
  for (const [other, value] of [...table.entries({ after: key, limit: looksAt })]) {
    if (isOver(value)) table.delete(other)
  }
}
