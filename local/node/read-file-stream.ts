import { close, fstatSync, read } from 'node:fs'
import { promisify } from 'node:util'

const readAsync = promisify(read)
const closeAsync = promisify(close)
const chunkBytes = 256 << 10

/** Streams a part of an open file and closes it: at the end, on an error and when cancelled. */
export function readFileStream(
  fd: number,
  { start, endInclusive }: { start: number; endInclusive: number } = {
    start: 0,
    endInclusive: Infinity,
  },
): ReadableStream<Uint8Array> {
  let position = start
  const end = Math.min(fstatSync(fd).size, endInclusive + 1)

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
