import { S3Error } from '../errors.ts'

/** Reads `multipart/form-data` part by part, as it comes. */
export interface MultipartReader {
  /**
   * The head of the next part; the body before it has to be read.
   *
   * @returns its lines; undefined after the last part.
   * @throws MalformedPOSTRequest, MaxPostPreDataLengthExceededError for more bytes than allowed.
   */
  nextHead(maxBytes: number): Promise<string[] | undefined>
  /** The part's body in pieces. @throws MalformedPOSTRequest when the stream ends in it. */
  body(): AsyncGenerator<Uint8Array>
}

const encoder = new TextEncoder()
const lineEnd = encoder.encode('\r\n')

/**
 * @see https://www.rfc-editor.org/rfc/rfc7578 and, for the delimiters,
 *   https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
 */
export function createMultipartReader(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
): MultipartReader {
  const iterator = source[Symbol.asyncIterator]()
  const delimiter = encoder.encode(`\r\n--${boundary}`)
  // The first delimiter may stand at the very beginning, where no line has ended.
  let rest: Uint8Array = lineEnd
  let isAtStart = true

  async function fill(): Promise<void> {
    const next = await iterator.next()
    if (next.done) throw new S3Error('MalformedPOSTRequest')
    rest = concatenate(rest, next.value)
  }

  /** Up to a mark, which is dropped. What could be the mark's beginning waits for what follows. */
  async function* until(mark: Uint8Array): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = findMark(rest, mark)
      const isWhole = at + mark.length <= rest.length
      const piece = rest.subarray(0, at)
      rest = rest.subarray(isWhole ? at + mark.length : at)
      if (piece.length > 0) yield piece
      if (isWhole) return
      await fill()
    }
  }

  return {
    body: () => until(delimiter),
    async nextHead(maxBytes) {
      if (isAtStart) await drain(until(delimiter))
      isAtStart = false
      while (rest.length < 2) await fill()
      if (isText(rest, '--')) {
        while (!(await iterator.next()).done);
        return undefined
      }
      if (!isText(rest, '\r\n')) throw new S3Error('MalformedPOSTRequest')
      rest = rest.subarray(2)
      const lines: string[] = []
      let left = maxBytes
      for (;;) {
        const line = await collectText(until(lineEnd), left)
        if (line === '') return lines
        lines.push(line)
        left -= line.length
      }
    },
  }
}

/** A body as text. @throws MaxPostPreDataLengthExceededError */
export async function collectText(
  pieces: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<string> {
  let bytes: Uint8Array = new Uint8Array()
  for await (const piece of pieces) {
    bytes = concatenate(bytes, piece)
    if (bytes.length > maxBytes) throw new S3Error('MaxPostPreDataLengthExceededError')
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

export async function drain(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}

/** Where the mark stands, or its beginning at the end; the length where there is neither. */
function findMark(bytes: Uint8Array, mark: Uint8Array): number {
  const [first = 0] = mark
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    const window = bytes.subarray(at, at + mark.length)
    if (window.every((byte, index) => byte === mark[index])) return at
  }
  return bytes.length
}

function isText(bytes: Uint8Array, text: string): boolean {
  return String.fromCharCode(...bytes.subarray(0, text.length)) === text
}

function concatenate(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right
  const both = new Uint8Array(left.length + right.length)
  both.set(left)
  both.set(right, left.length)
  return both
}
