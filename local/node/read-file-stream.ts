import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs'

const chunkBytes = 256 << 10

/**
 * Streams a file, or a part of it. What fits in one chunk is read at once, on the main thread: a
 * wake-up of the thread pool costs more than that, and no descriptor stays open. A larger one stays
 * open until the end, an error, or the end of the read during which it was cancelled.
 *
 * @throws what opening or reading says, e.g. ENOENT, EMFILE.
 */
export function readFileStream(
  path: string,
  { start, endInclusive }: { start: number; endInclusive: number } = {
    start: 0,
    endInclusive: Infinity,
  },
): ReadableStream<Uint8Array> {
  const fd = openSync(path, 'r')
  let isHandedOn = false
  try {
    const end = Math.min(fstatSync(fd).size, endInclusive + 1)
    if (end - start <= chunkBytes) return streamOf(readAtOnce(fd, start, end))
    isHandedOn = true
    return readInChunks(fd, start, end)
  } finally {
    if (!isHandedOn) closeSync(fd)
  }
}

/** The read stream owns the descriptor: it never closes it twice, nor while it reads. */
function readInChunks(fd: number, start: number, end: number): ReadableStream<Uint8Array> {
  const file = createReadStream('', { fd, start, end: end - 1, highWaterMark: chunkBytes })
  const closed = new Promise<void>((resolve) => file.once('close', resolve))
  const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        file.destroy()
        await closed
      },
    },
    { highWaterMark: 0 },
  )
}

function readAtOnce(fd: number, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, end - start))
  let read = 0
  for (let more = -1; read < bytes.length && more !== 0; read += more) {
    more = readSync(fd, bytes, read, bytes.length - read, start + read)
  }
  return bytes.subarray(0, read)
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (bytes.byteLength > 0) controller.enqueue(bytes)
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
