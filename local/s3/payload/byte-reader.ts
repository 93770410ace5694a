/** Reads lines and counted bytes out of a stream of chunks. */
export interface ByteReader {
  /**
   * Up to the next CRLF, which is dropped.
   *
   * @returns undefined when the stream ends first, or no CRLF comes within `maxBytes`.
   */
  readLine(maxBytes: number): Promise<string | undefined>
  /** Exactly `count` bytes in pieces, never copied; fewer when the stream ends first. */
  readBytes(count: number): AsyncGenerator<Uint8Array>
  /** Whether the stream is at its end. */
  isAtEnd(): Promise<boolean>
}

export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = source[Symbol.asyncIterator]()
  let rest = new Uint8Array()

  async function fill(): Promise<boolean> {
    while (rest.byteLength === 0) {
      const next = await iterator.next()
      if (next.done) return false
      rest = next.value as Uint8Array<ArrayBuffer>
    }
    return true
  }

  return {
    async readLine(maxBytes) {
      let line = ''
      while (line.length < maxBytes + 2 && (await fill())) {
        const window = rest.subarray(0, maxBytes + 2 - line.length)
        const end = window.indexOf(0x0a)
        const piece = end === -1 ? window : window.subarray(0, end + 1)
        rest = rest.subarray(piece.byteLength)
        line += String.fromCharCode(...piece)
        if (end !== -1) return line.endsWith('\r\n') ? line.slice(0, -2) : undefined
      }
      return undefined
    },
    async *readBytes(count) {
      let left = count
      while (left > 0 && (await fill())) {
        const piece = rest.subarray(0, left)
        rest = rest.subarray(piece.byteLength)
        left -= piece.byteLength
        yield piece
      }
    },
    isAtEnd: async () => !(await fill()),
  }
}
