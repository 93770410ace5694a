import { invalidArgument, S3Error } from '../errors.ts'
import type { ByteRange } from './range.ts'

const name = 'x-amz-copy-source-range'

/**
 * Which bytes of its source a part is a copy of: stricter than `Range`, and nothing is cut.
 *
 * @returns undefined for all of them.
 * @throws InvalidArgument, InvalidRequest
 */
export function parseCopyRange(header: string | undefined, sizeBytes: number) {
  if (header === undefined) return undefined
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(header) ?? []
  const range: ByteRange = { start: Number(first), endInclusive: Number(last) }
  if (first === undefined || last === undefined || range.endInclusive < range.start) {
    throw invalidArgument(
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
      name,
      header,
    )
  }
  if (range.start >= sizeBytes) {
    throw new S3Error('InvalidRequest', {
      message: 'The specified copy range is invalid for the source object size',
    })
  }
  if (range.endInclusive >= sizeBytes) {
    throw invalidArgument(
      `Range specified is not valid for source object of size: ${sizeBytes}`,
      name,
      header,
    )
  }
  return range
}
