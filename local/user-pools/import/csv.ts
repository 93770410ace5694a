/** Why a file as a whole cannot be read; the job fails with it. At most 128 characters. */
export class CsvError extends Error {
  override readonly name = 'CsvError'
}

/**
 * The lines of a file, without their ends.
 *
 * @throws CsvError for what is not UTF-8, or begins with a byte order mark
 */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  for await (const chunk of body) {
    const text = decode(decoder, chunk)
    if (text.startsWith('\ufeff')) throw new CsvError('The CSV file has a byte order mark.')
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
  }
  rest += decode(decoder)
  if (rest !== '') yield rest.replace(/\r$/, '')
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw new CsvError('The CSV file is not UTF-8.')
  }
}

/** Nothing is quoted: a backslash stands before a comma that separates no fields. */
export function fieldsOf(line: string): string[] {
  return line.split(/(?<!\\),/).map((field) => field.replaceAll('\\,', ',').trim())
}
