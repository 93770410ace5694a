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
}

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
