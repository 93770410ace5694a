import { S3Error } from '../errors.ts'
import type { ObjectVersion } from '../model.ts'
import type { S3Request } from '../request.ts'
import { parsePartNumber } from '../uploads/part-number.ts'
import type { ByteRange } from './range.ts'

/** What `partNumber` asks for: a part as it was uploaded. */
export interface ObjectPart {
  /** Undefined for the whole of an empty object. */
  range: ByteRange | undefined
  headers: Record<string, string>
  checksum: ObjectVersion['checksum']
}

/**
 * An object that came in one piece is its own first part.
 *
 * @throws InvalidArgument, InvalidRequest together with a range, InvalidPartNumber for one that the
 *   object has not.
 */
export function findObjectPart(request: S3Request, version: ObjectVersion): ObjectPart | undefined {
  const text = request.query.get('partNumber')
  if (text === undefined) return undefined
  const number = parsePartNumber(text)
  if (request.headers.has('range')) {
    throw new S3Error('InvalidRequest', {
      message: 'Cannot specify both Range header and partNumber query parameter',
    })
  }
  const { partSizes, partChecksums, checksum } = version
  const sizes = partSizes ?? [version.sizeBytes]
  const sizeBytes = sizes[number - 1]
  if (sizeBytes === undefined) {
    throw new S3Error('InvalidPartNumber', {
      details: { ActualPartCount: sizes.length, PartNumberRequested: number },
    })
  }
  const start = sizes.slice(0, number - 1).reduce((sum, size) => sum + size, 0)
  // Of an upload whose checksum is of the whole object the parts tell none: recorded of S3.
  const value = checksum?.type === 'COMPOSITE' ? partChecksums?.[number - 1] : undefined
  return {
    range: sizeBytes === 0 ? undefined : { start, endInclusive: start + sizeBytes - 1 },
    headers: partSizes ? { 'x-amz-mp-parts-count': String(partSizes.length) } : {},
    checksum: !partSizes ? checksum : checksum && value ? { ...checksum, value } : undefined,
  }
}
