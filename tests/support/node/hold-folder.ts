import { DataFolderError } from '../../../local/node/store/data-folder-error.ts'
import { openDataFolder } from '../../../local/node/store/data-folder.ts'
import { systemLog } from '../../../local/node/system-log.ts'
import { systemRandom } from '../../../local/node/system-random.ts'

/** Asked of a process that waits: open the folder, and write these rows into it. */
export interface HoldRequest {
  folder: string
  rows: { key: string; sizeBytes: number }[]
}

/** It owns the folder until it is killed, or says why it does not. */
export type HoldAnswer =
  | { kind: 'owns'; /** What went wrong with a row, by its key. */ faults: Record<string, string> }
  | { kind: 'refused'; message: string }

/** A process without a local AWS, which opens its data alone. `start-holders.ts` bundles it. */
process.on('message', ({ folder, rows }: HoldRequest) => {
  process.send?.(hold(folder, rows))
})
process.send?.('waits')

function hold(folder: string, rows: HoldRequest['rows']): HoldAnswer {
  try {
    const options = { random: systemRandom, log: systemLog, migrations: [], liveBlobIds: () => [] }
    const table = openDataFolder(folder, options).store.table<string>('rows')
    const faults: Record<string, string> = {}
    for (const { key, sizeBytes } of rows) {
      try {
        table.set(key, 'x'.repeat(sizeBytes))
      } catch (error) {
        faults[key] = String(error)
      }
    }
    return { kind: 'owns', faults }
  } catch (error) {
    if (!(error instanceof DataFolderError)) throw error
    return { kind: 'refused', message: error.message }
  }
}
