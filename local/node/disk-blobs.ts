import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { open, readdir, rename, rm, unlink, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Blobs, StoredBlob } from '../core/blobs.ts'
import { randomUuid, type Random } from '../core/random.ts'
import { readFileStream } from './read-file-stream.ts'

const blobId = /^[0-9a-f-]{36}$/
const draftSuffix = '.new'

/**
 * Up to here a body is written at once, on the main thread: a tenth of a millisecond into the page
 * cache, where every step by way of the thread pool costs as much again.
 */
const smallBytes = 256 << 10

/**
 * Bodies as files, each named by its random id: no name ever comes from a request. A large
 * body grows in a draft and appears under its id when it is whole.
 *
 * A write is in the hands of the operating system when it resolves, so it survives `kill -9`. It is
 * not forced to the disk (a power failure may lose the last seconds): a development server that
 * waited for the platter would be an order of magnitude slower than S3 itself.
 *
 * @param alive what to keep of what an earlier process left; all that is whole when not given.
 */
export function openDiskBlobs(folder: string, random: Random, alive?: ReadonlySet<string>): Blobs {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) {
    const isOrphan = alive !== undefined && !alive.has(name)
    if (isOrphan || name.endsWith(draftSuffix)) rmSync(join(folder, name), { force: true })
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

  /** Needs no draft: nobody knows the id yet, and what a kill leaves half is swept at the next start. */
  function keepSmall(chunks: readonly Uint8Array[]): StoredBlob {
    const id = randomUuid(random)
    try {
      return { id, sizeBytes: writeFile(pathOf(id), chunks) }
    } catch (error) {
      rmSync(pathOf(id), { force: true })
      throw error
    }
  }

  return {
    async write(body) {
      const reader = body.getReader()
      const { chunks, isWhole } = await readHead(reader)
      return isWhole ? keepSmall(chunks) : keep((file) => append(file, following(chunks, reader)))
    },
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
      if (!blobId.test(id)) return
      await unlink(pathOf(id)).catch((error: unknown) => {
        if (!isMissing(error)) throw error
      })
    },
    async clear() {
      for (const name of await readdir(folder)) await rm(join(folder, name), { force: true })
    },
  }

  function openBlob(id: string, range?: { start: number; endInclusive: number }) {
    try {
      return readFileStream(openSync(pathOf(id), 'r'), range)
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  function requireBlob(id: string): ReadableStream<Uint8Array> {
    const body = openBlob(id)
    if (!body) throw new Error(`There is no blob ${id}`)
    return body
  }
}

async function append(file: FileHandle, body: AsyncIterable<Uint8Array>): Promise<number> {
  let sizeBytes = 0
  for await (const chunk of body) {
    for (let written = 0; written < chunk.byteLength;) {
      written += (await file.write(chunk, written)).bytesWritten
    }
    sizeBytes += chunk.byteLength
  }
  return sizeBytes
}

function writeFile(path: string, chunks: readonly Uint8Array[]): number {
  const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
  const fd = openSync(path, 'wx', 0o600)
  try {
    for (let written = 0; written < body.byteLength;) written += writeSync(fd, body, written)
    return body.byteLength
  } finally {
    closeSync(fd)
  }
}

/** The first `smallBytes` of a body, and whether that was all. */
async function readHead(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<{ chunks: Uint8Array[]; isWhole: boolean }> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  while (sizeBytes <= smallBytes) {
    const { done, value } = await reader.read()
    if (done) return { chunks, isWhole: true }
    chunks.push(value)
    sizeBytes += value.byteLength
  }
  return { chunks, isWhole: false }
}

async function* following(
  chunks: Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) yield chunk
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}
