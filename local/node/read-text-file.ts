import { readFileSync } from 'node:fs'

/** A file that is no text as UTF-8 or UTF-16 write it; the message names it, and what to do. */
export class TextFileError extends Error {
  override readonly name = 'TextFileError'
}

/**
 * Reads a file that people write, as their editors and shells save it: UTF-8 with and without a byte
 * order mark (Notepad, Excel), UTF-16 (`>` of Windows PowerShell), and any line end.
 *
 * @returns the text with the line ends that it has.
 * @throws TextFileError; what `fs` throws where there is no such file, or it cannot be read.
 */
export function readTextFile(path: string): string {
  return decodeText(readFileSync(path), path)
}

/** As {@link readTextFile}; undefined where there is no file, and only then. */
export function readTextFileIfThere(path: string): string | undefined {
  try {
    return readTextFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * @param name of the file, for the message.
 * @throws TextFileError
 * @see https://encoding.spec.whatwg.org/#bom-sniff
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  throw new TextFileError(
    `${name} is not text in ${encoding.toUpperCase()}: it was saved in another encoding. Save it again as UTF-8.`,
  )
}

/** By its mark; without one, by the zero bytes that UTF-16 has beside every letter of ASCII. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (second === 0 && first !== 0 && first !== undefined) return 'utf-16le'
  return first === 0 && second !== 0 && second !== undefined ? 'utf-16be' : 'utf-8'
}
