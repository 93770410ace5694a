import { close, closeSync, fstatSync, read, readSync } from 'node:fs'
import { promisify } from 'node:util'

const readAsync = promisify(read)
const closeAsync = promisify(close)
const chunkBytes = 256 << 10

/**
 * Streams a part of an open file and closes it: at the end, on an error and when cancelled. What
 * fits in one chunk is read on the main thread: a wake-up of the thread pool costs more than that.
 */
export function readFileStream(
  fd: number,
  { start, endInclusive }: { start: number; endInclusive: number } = {
    start: 0,
    endInclusive: Infinity,
  },
): ReadableStream<Uint8Array> {
  let position = start
  const end = Math.min(fstatSync(fd).size, endInclusive + 1)
  if (end - start <= chunkBytes) return readAtOnce(fd, start, end)

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const chunk = new Uint8Array(Math.max(0, Math.min(chunkBytes, end - position)))
          const { bytesRead } = await readAsync(fd, chunk, 0, chunk.length, position)
          position += bytesRead
          if (bytesRead > 0) controller.enqueue(chunk.subarray(0, bytesRead))
          if (bytesRead > 0 && position < end) return
          await closeAsync(fd)
          controller.close()
        } catch (error) {
          await closeAsync(fd).catch(() => undefined)
          controller.error(error)
        }
      },
      cancel: () => closeAsync(fd),
    },
    { highWaterMark: 0 },
  )
}

function readAtOnce(fd: number, start: number, end: number): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = new Uint8Array(Math.max(0, end - start))
        try {
          let read = 0
          for (let more = -1; read < chunk.length && more !== 0; read += more) {
            more = readSync(fd, chunk, read, chunk.length - read, start + read)
          }
          if (read > 0) controller.enqueue(chunk.subarray(0, read))
        } finally {
          closeSync(fd)
        }
        controller.close()
      },
      cancel: () => closeSync(fd),
    },
    { highWaterMark: 0 },
  )
}
