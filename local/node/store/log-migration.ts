import { join } from 'node:path'
import { currentShape, migrateInto, type Migration } from '../../core/store/migration.ts'
import type { Tables } from '../../core/store/ordered-store.ts'
import type { Store } from '../../core/store/store.ts'
import { DataFolderError } from './data-folder-error.ts'
import type { LogFile } from './log-file.ts'
import type { Slot } from './log-replay.ts'

/** At once: each is a transaction, and a row that was migrated says so. */
const rowsAtOnce = 1000

/** @throws DataFolderError when a newer build wrote a row. */
export function checkShapes(
  folder: string,
  file: LogFile,
  tables: Tables<Slot>,
  migrations: readonly Migration[],
): void {
  const known = currentShape(migrations)
  for (const map of tables.values()) {
    for (const [, { shape }] of map.from('', '')) {
      if (shape <= known) continue
      throw new DataFolderError(
        `${join(folder, file.name)} was written by a newer build: it has rows of shape ${shape}, and this build knows ${known}. Update it, or choose another folder: LOCAL_AWS_DATA=.local-aws-2`,
      )
    }
  }
}

/** Rows of earlier builds, before anybody reads them. */
export function migrateRows(
  store: Pick<Store, 'table' | 'transaction'>,
  tables: Tables<Slot>,
  migrations: readonly Migration[],
): void {
  for (const name of new Set(migrations.map(({ table }) => table))) {
    const newest = currentShape(migrations.filter(({ table }) => table === name))
    const old = [...(tables.get(name)?.from('', '') ?? [])].filter(
      ([, { shape }]) => shape < newest,
    )
    for (let start = 0; start < old.length; start += rowsAtOnce) {
      store.transaction(() => {
        for (const [key, { shape }] of old.slice(start, start + rowsAtOnce)) {
          migrateInto(store, migrations, name, { key, shape })
        }
      })
    }
  }
}
