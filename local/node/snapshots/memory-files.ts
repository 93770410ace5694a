import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryStore } from '../../core/store/memory-store.ts'
import type { MemoryState, MemoryStatesOptions } from '../../core/store/memory-states.ts'
import { blobsName } from '../archive/format.ts'
import type { DataFolderOptions } from '../store/data-folder.ts'
import { openLogStore } from '../store/log-store.ts'
import { packSnapshot, unpackSnapshot } from './snapshot-archive.ts'
import { snapshotFault } from './snapshot-fault.ts'

type Options = DataFolderOptions & { peopleTable: string }

/** Exports of what is kept in memory: by way of a folder that is gone again when it is read. */
export function createMemoryFiles(options: Options): NonNullable<MemoryStatesOptions['files']> {
  const { log, migrations, liveBlobIds } = options
  return {
    pack: (state) =>
      inFolder(async (folder, done) => {
        const path = join(folder, 'snapshot')
        mkdirSync(join(path, blobsName), { recursive: true, mode: 0o700 })
        const store = openLogStore(path, log, migrations)
        try {
          for (const [name, map] of state.rows.tables) {
            const table = store.table(name)
            store.transaction(() => {
              for (const [key, { value }] of map.from('', '')) table.set(key, value)
            })
          }
        } finally {
          await store.close()
        }
        for (const id of new Set(liveBlobIds(state.rows))) {
          const body = state.bodies.get(id)
          if (body) await writeFile(join(path, blobsName, id), body, { mode: 0o600 })
        }
        return endingWith(await packSnapshot(path), done)
      }),
    unpack: (file) =>
      inFolder(async (folder, done) => {
        const path = join(folder, 'snapshot')
        await unpackSnapshot(file, path, { name: 'unpacked', savedAtMs: 0 }, options)
        const state = await readState(path, options)
        await done()
        return state
      }),
  }
}

async function readState(path: string, { log, migrations, liveBlobIds }: Options) {
  const from = openLogStore(path, log, migrations)
  const to = createMemoryStore()
  const bodies = new Map<string, Uint8Array[]>()
  try {
    const { tables, table } = from.freeze()
    for (const name of tables.keys()) {
      for (const [key, value] of table(name).entries()) to.table(name).set(key, value)
    }
    for (const id of new Set(liveBlobIds(from))) {
      const file = join(path, blobsName, id)
      if (existsSync(file)) bodies.set(id, [await readFile(file)])
    }
  } finally {
    await from.close()
  }
  return { rows: to.freeze(), bodies } satisfies MemoryState
}

/** @param work calls `done` once nobody needs the folder any more; when it fails, nobody does. */
async function inFolder<Result>(
  work: (folder: string, done: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'local-aws-snapshot-'))
  const done = () => rm(folder, { recursive: true, force: true })
  try {
    return await work(folder, done)
  } catch (error) {
    await done()
    throw snapshotFault(error, folder)
  }
}

function endingWith(
  stream: ReadableStream<Uint8Array>,
  done: () => Promise<void>,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await reader.read()
        if (!next.done) return controller.enqueue(next.value)
      } catch (error) {
        await done()
        throw error
      }
      await done()
      controller.close()
    },
    async cancel() {
      await reader.cancel()
      await done()
    },
  })
}
