import { mkdirSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { packTar } from 'modern-tar/fs'
import type { Snapshot } from '../../core/ports/states.ts'
import { archiveSources } from '../archive/archive-sources.ts'
import { blobsName, logName } from '../archive/format.ts'
import { checkData, unpackArchive } from '../archive/unpack-archive.ts'
import { countRows } from '../../core/store/ordered-store.ts'
import type { DataFolderOptions } from '../store/data-folder.ts'
import { syncFile, syncFolder } from '../store/sync-folder.ts'
import { readingWhole } from './snapshot-fault.ts'
import { writeAbout } from './snapshot-folder.ts'

/** A snapshot as `npm run local -- --export` would write it. Breaks off when a part of it is gone. */
export async function packSnapshot(path: string): Promise<ReadableStream<Uint8Array>> {
  const ids = await readdir(join(path, blobsName))
  const packed = packTar(archiveSources(join(path, logName), path, ids))
  const zipped = pipeline(packed, createGzip(), () => undefined)
  return Readable.toWeb(zipped) as ReadableStream<Uint8Array>
}

/**
 * Makes a snapshot of an export in a folder that is not there yet; rows of earlier builds become today's.
 *
 * @throws SnapshotError for what is no whole export; what was unpacked by then is in the folder.
 */
export async function unpackSnapshot(
  file: AsyncIterable<Uint8Array>,
  draft: string,
  about: Pick<Snapshot, 'name' | 'savedAtMs'>,
  options: DataFolderOptions & { peopleTable: string },
): Promise<Snapshot> {
  mkdirSync(join(draft, blobsName), { recursive: true, mode: 0o700 })
  const what = 'The file'
  let people = 0
  await readingWhole(what, async () => {
    await unpackArchive(Readable.from(file), what, draft)
    await checkData(what, draft, options, (store) => {
      people = countRows(store.freeze().tables, options.peopleTable)
    })
  })
  const ids = await readdir(join(draft, blobsName))
  const sizes = ids.map((id) => statSync(join(draft, blobsName, id)).size)
  const rowBytes = statSync(join(draft, logName)).size
  const sizeBytes = sizes.reduce((total, each) => total + each, rowBytes)
  const snapshot: Snapshot = { ...about, sizeBytes, people, objects: ids.length }
  writeAbout(draft, snapshot)
  syncFile(join(draft, logName))
  for (const folder of [join(draft, blobsName), draft]) syncFolder(folder)
  return snapshot
}
