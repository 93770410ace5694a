import type { Blobs, StoredBlob } from '../ports/blobs.ts'
import { randomUuid, type Random } from '../ports/random.ts'

type Chunks = readonly Uint8Array[]

/** By their ids. Nobody changes a chunk that is kept, so states share them. */
export type KeptBodies = ReadonlyMap<string, Chunks>

export interface MemoryBlobs extends Blobs {
  freeze(): KeptBodies
}

/**
 * Bodies in memory, for tests and for `LOCAL_AWS_DATA=:memory:`.
 *
 * @param kept that are there from the beginning.
 */
export function createMemoryBlobs(random: Random, kept?: KeptBodies): MemoryBlobs {
  const blobs = new Map<string, Chunks>(kept)

  function keep(chunks: Chunks): StoredBlob {
    const id = randomUuid(random)
    blobs.set(id, chunks)
    return { id, sizeBytes: chunks.reduce((total, chunk) => total + chunk.byteLength, 0) }
  }

  return {
    async write(body) {
      const chunks: Uint8Array[] = []
      for await (const chunk of body) chunks.push(chunk.slice())
      return keep(chunks)
    },
    concatenate: (ids) =>
      Promise.resolve().then(() =>
        keep(
          ids.flatMap((id) => {
            const chunks = blobs.get(id)
            if (!chunks) throw new Error(`There is no blob ${id}`)
            return chunks
          }),
        ),
      ),
    read(id, range) {
      const chunks = blobs.get(id)
      return chunks && streamOf(slices(chunks, range?.start ?? 0, range?.endInclusive ?? Infinity))
    },
    delete(id) {
      blobs.delete(id)
      return Promise.resolve()
    },
    clear() {
      blobs.clear()
      return Promise.resolve()
    },
    freeze: () => new Map(blobs),
  }
}

/** Copies, since a reader may transfer or change what it was given. */
function* slices(chunks: Chunks, start: number, endInclusive: number): Generator<Uint8Array> {
  let offset = 0
  for (const chunk of chunks) {
    const slice = chunk.slice(Math.max(0, start - offset), Math.max(0, endInclusive + 1 - offset))
    if (slice.byteLength > 0) yield slice
    offset += chunk.byteLength
  }
}

function streamOf(chunks: Generator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const next = chunks.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
  })
}
