import { invalidArgument, S3Error } from '../errors.ts'
import { collectText, createMultipartReader, drain } from './multipart-reader.ts'

/** A browser's form, up to its file. */
export interface UploadForm {
  /** In the order and the spelling that they came in, `${filename}` put in. */
  fields: readonly (readonly [name: string, value: string])[]
  /** By its name, whatever the case. */
  get: (name: string) => string | undefined
  /** To be read once; what follows the file is passed over. */
  file: AsyncIterable<Uint8Array>
}

const maxFieldBytes = 20_480
const maxFields = 1000

/** What is signed, or signs, stays as it is. */
const verbatim = new Set(['policy', 'signature', 'x-amz-signature'])

/**
 * Reads the fields before the file; the file is not read.
 *
 * @throws PreconditionFailed for a body that is no form, MalformedPOSTRequest,
 *   MaxPostPreDataLengthExceededError, InvalidArgument
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTForms.html
 */
export async function readForm(
  contentType: string | null,
  chunks: AsyncIterable<Uint8Array>,
): Promise<UploadForm> {
  const reader = createMultipartReader(chunks, readBoundary(contentType))
  const fields: [string, string][] = []
  let left = maxFieldBytes
  while (fields.length < maxFields) {
    const lines = await reader.nextHead(left)
    if (!lines)
      throw invalidArgument('POST requires exactly one file upload per request.', 'file', '0')
    const disposition = lines.find((line) => /^content-disposition:/i.test(line)) ?? ''
    const name = parameter(disposition, 'name')
    if (name === undefined) throw new S3Error('MalformedPOSTRequest')
    if (name.toLowerCase() === 'file') {
      return formOf(fields, parameter(disposition, 'filename'), fileOf(reader))
    }
    const value = await collectText(reader.body(), left)
    left -= name.length + value.length
    if (fields.some(([known]) => known.toLowerCase() === name.toLowerCase())) {
      throw invalidArgument(`Bucket POST must contain the field '${name}' once.`, name, value)
    }
    fields.push([name, value])
  }
  throw new S3Error('MaxPostPreDataLengthExceededError')
}

/** S3 looks at nothing else of a request that is no form. */
function readBoundary(contentType: string | null): string {
  const [, quoted, bare] =
    /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
      contentType ?? '',
    ) ?? []
  const boundary = quoted ?? bare
  if (boundary !== undefined) return boundary
  throw new S3Error('PreconditionFailed', {
    details: { Condition: 'Bucket POST must be of the enclosure-type multipart/form-data' },
  })
}

function formOf(
  given: readonly (readonly [string, string])[],
  path: string | undefined,
  file: AsyncIterable<Uint8Array>,
): UploadForm {
  // Of a path, as old browsers send it, the last part.
  const fileName = path?.split(/[/\\]/).at(-1)
  const fields = given.map(([name, value]) => {
    const isLeft = fileName === undefined || verbatim.has(name.toLowerCase())
    return [name, isLeft ? value : value.replaceAll('${filename}', () => fileName)] as const
  })
  const values = new Map(fields.map(([name, value]) => [name.toLowerCase(), value]))
  return { fields, get: (name) => values.get(name.toLowerCase()), file }
}

async function* fileOf(reader: ReturnType<typeof createMultipartReader>) {
  yield* reader.body()
  while (await reader.nextHead(maxFieldBytes)) await drain(reader.body())
}

/**
 * A parameter of `Content-Disposition`, as browsers write it (`%22` for a quote:
 * https://html.spec.whatwg.org/#multipart-form-data), or as RFC 5987 has it.
 */
function parameter(disposition: string, name: string): string | undefined {
  const extended = new RegExp(`;\\s*${name}\\*=utf-8''([^;\\s]*)`, 'i').exec(disposition)?.[1]
  if (extended !== undefined) return decode(extended)
  const [, quoted, bare] =
    new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, 'i').exec(disposition) ?? []
  return bare ?? quoted?.replaceAll('%22', '"').replaceAll(/\\(["\\])/g, '$1')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('MalformedPOSTRequest')
  }
}
