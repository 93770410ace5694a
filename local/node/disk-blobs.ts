import { mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Blobs, StoredBlob } from '../core/blobs.ts'
import { randomUuid, type Random } from '../core/random.ts'
import { readFileStream } from './read-file-stream.ts'

const blobId = /^[0-9a-f-]{36}$/
const draftSuffix = '.new'

/**
 * Bodies as files, each named by its random id: no name ever comes from a request. A body grows in a
 * draft and appears under its id when it is whole.
 *
 * A write is in the hands of the operating system when it resolves, so it survives `kill -9`. It is
 * not forced to the disk (a power failure may lose the last seconds): a development server that
 * waited for the platter would be an order of magnitude slower than S3 itself.
 */
export function openDiskBlobs(folder: string, random: Random): Blobs {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) {
    if (name.endsWith(draftSuffix)) rmSync(join(folder, name), { force: true })
  }
  const pathOf = (id: string) => join(folder, id)

  async function keep(fill: (file: FileHandle) => Promise<number>): Promise<StoredBlob> {
    const id = randomUuid(random)
    const draft = `${pathOf(id)}${draftSuffix}`
    const file = await open(draft, 'wx', 0o600)
    try {
      const sizeBytes = await fill(file)
      await file.close()
      await rename(draft, pathOf(id))
      return { id, sizeBytes }
    } catch (error) {
      await file.close()
      await rm(draft, { force: true })
      throw error
    }
  }

  return {
    write: (body) => keep((file) => append(file, body)),
    concatenate: (ids) =>
      keep(async (file) => {
        let sizeBytes = 0
        for (const id of ids) sizeBytes += await append(file, requireBlob(id))
        return sizeBytes
      }),
    read(id, range) {
      return blobId.test(id) ? openBlob(id, range) : undefined
    },
    async delete(id) {
      if (blobId.test(id)) await rm(pathOf(id), { force: true })
    },
    async clear() {
      for (const name of await readdir(folder)) await rm(join(folder, name), { force: true })
    },
  }

  function openBlob(id: string, range?: { start: number; endInclusive: number }) {
    try {
      return readFileStream(openSync(pathOf(id), 'r'), range)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  function requireBlob(id: string): ReadableStream<Uint8Array> {
    const body = openBlob(id)
    if (!body) throw new Error(`There is no blob ${id}`)
    return body
  }
}

async function append(file: FileHandle, body: ReadableStream<Uint8Array>): Promise<number> {
  let sizeBytes = 0
  for await (const chunk of body) {
    for (let written = 0; written < chunk.byteLength;) {
      written += (await file.write(chunk, written)).bytesWritten
    }
    sizeBytes += chunk.byteLength
  }
  return sizeBytes
}
