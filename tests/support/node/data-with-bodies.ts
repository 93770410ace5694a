import { text } from 'node:stream/consumers'
import { openDataFolder } from '../../../local/node/store/data-folder.ts'
import { systemRandom } from '../../../local/node/system-random.ts'
import type { Store } from '../../../local/core/store/store.ts'
import { quietLog } from '../core/quiet-log.ts'

/** Rows that point at bodies, without the services. */
export const folderOptions = {
  random: systemRandom,
  log: quietLog(),
  migrations: [],
  liveBlobIds: (store: Pick<Store, 'table'>) =>
    [...store.table<string>('bodies').entries()].map(([, blobId]) => blobId),
}

/** Adds to a data folder: names and the text of their bodies. */
export async function writeBodies(folder: string, bodies: Readonly<Record<string, string>>) {
  const data = openDataFolder(folder, folderOptions)
  for (const [name, body] of Object.entries(bodies)) {
    const { id } = await data.blobs.write(chunksOf(body))
    data.store.table('bodies').set(name, id)
  }
  await data.close()
}

async function* chunksOf(body: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(body))
}

export async function readBodies(folder: string): Promise<Record<string, string>> {
  const data = openDataFolder(folder, folderOptions)
  const bodies: Record<string, string> = {}
  for (const [name, id] of data.store.table<string>('bodies').entries()) {
    const body = data.blobs.read(id)
    bodies[name] = body ? await text(body) : 'missing'
  }
  await data.close()
  return bodies
}
