import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync, writevSync } from 'node:fs'
import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Blobs, StoredBlob } from '../core/ports/blobs.ts'
import { NotInUse } from '../core/ports/not-in-use.ts'
import { randomUuid, type Random } from '../core/ports/random.ts'
import { diskFault } from './disk-fault.ts'
import { readFileStream } from './read-file-stream.ts'

export interface DiskBlobs extends Blobs {
  /** What is deleted from now on stays readable under its id. @returns how to let it go. */
  hold(): () => Promise<void>
  /** From now on every call throws: another's bodies may be in the folder. */
  close(): void
}

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
export function openDiskBlobs(
  folder: string,
  random: Random,
  alive?: ReadonlySet<string>,
): DiskBlobs {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) {
    const isOrphan = alive !== undefined && !alive.has(name)
    if (isOrphan || name.endsWith(draftSuffix)) rmSync(join(folder, name), { force: true })
  }
  const holders = new Set<() => Promise<void>>()
  const letGoLater = new Set<string>()
  let isClosed = false

  function pathOf(id: string): string {
    if (isClosed) throw new NotInUse(`The bodies in ${folder} are`)
    return join(folder, id)
  }

  async function remove(name: string): Promise<void> {
    const path = pathOf(name)
    if (holders.size > 0) letGoLater.add(name)
    else await rm(path, { force: true }).catch(tell)
  }

  /** What is left behind here, is nobody's at the next start. */
  async function letGo(): Promise<void> {
    if (holders.size > 0 || isClosed) return
    const names = [...letGoLater]
    letGoLater.clear()
    for (const name of names) await remove(name)
  }

  const tell = (error: unknown): never => {
    throw diskFault(error, folder)
  }

  async function keep(fill: (file: FileHandle) => Promise<number>): Promise<StoredBlob> {
    const id = randomUuid(random)
    const draft = `${pathOf(id)}${draftSuffix}`
    const file = await open(draft, 'wx', 0o600).catch(tell)
    try {
      const sizeBytes = await filled(file, fill)
      await rename(draft, pathOf(id))
      return { id, sizeBytes }
    } catch (error) {
      await rm(draft, { force: true })
      return tell(error)
    }
  }

  /** Needs no draft: nobody knows the id yet, and what a kill leaves half is swept at the next start. */
  function keepSmall(chunks: readonly Uint8Array[]): StoredBlob {
    const id = randomUuid(random)
    try {
      return { id, sizeBytes: writeFile(pathOf(id), chunks) }
    } catch (error) {
      rmSync(pathOf(id), { force: true })
      return tell(error)
    }
  }

  return {
    async write(body) {
      const rest = body[Symbol.asyncIterator]()
      const { chunks, isWhole } = await readHead(rest)
      if (isWhole) return keepSmall(chunks)
      try {
        return await keep((file) => append(file, following(chunks, rest)))
      } finally {
        await rest.return?.()
      }
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
      if (blobId.test(id)) await remove(id)
    },
    async clear() {
      for (const name of await readdir(folder)) await remove(name)
    },
    hold() {
      const release = async () => {
        if (holders.delete(release)) await letGo()
      }
      holders.add(release)
      return release
    },
    close() {
      isClosed = true
    },
  }

  function openBlob(id: string, range?: { start: number; endInclusive: number }) {
    try {
      return readFileStream(pathOf(id), range)
    } catch (error) {
      return isMissing(error) ? undefined : tell(error)
    }
  }

  function requireBlob(id: string): ReadableStream<Uint8Array> {
    const body = openBlob(id)
    if (!body) throw new Error(`There is no blob ${id}`)
    return body
  }
}

async function filled(file: FileHandle, fill: (file: FileHandle) => Promise<number>) {
  try {
    return await fill(file)
  } finally {
    await file.close()
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
  const fd = openSync(path, 'wx', 0o600)
  try {
    const sizeBytes = chunks.reduce((total, chunk) => total + chunk.byteLength, 0)
    let written = sizeBytes === 0 ? 0 : writevSync(fd, chunks)
    // Cut short when the disk is nearly full: writing on says so.
    while (written < sizeBytes) written += writeSync(fd, Buffer.concat(chunks), written)
    return sizeBytes
  } finally {
    closeSync(fd)
  }
}

/** The first `smallBytes` of a body, and whether that was all. */
async function readHead(
  body: AsyncIterator<Uint8Array>,
): Promise<{ chunks: Uint8Array[]; isWhole: boolean }> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  while (sizeBytes <= smallBytes) {
    const next = await body.next()
    if (next.done) return { chunks, isWhole: true }
    chunks.push(next.value)
    sizeBytes += next.value.byteLength
  }
  return { chunks, isWhole: false }
}

async function* following(
  chunks: Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) yield chunk
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}
