import { S3Error } from '../errors.ts'

export interface ByteRange {
  start: number
  endInclusive: number
}

/**
 * One byte range (RFC 9110, section 14.1.2). What is not understood is ignored, several ranges
 * among it, as S3 does.
 *
 * @throws InvalidRange when it starts beyond the end.
 */
export function parseRange(header: string | null, sizeBytes: number): ByteRange | undefined {
  const match = /^bytes=(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/.exec(header?.trim() ?? '')
  if (!match) return undefined
  const [, first, last, suffix] = match
  if (suffix !== undefined) {
    if (Number(suffix) === 0 || sizeBytes === 0) throw invalidRange(header, sizeBytes)
    return { start: Math.max(0, sizeBytes - Number(suffix)), endInclusive: sizeBytes - 1 }
  }
  const start = Number(first)
  if (last !== undefined && Number(last) < start) return undefined
  if (start >= sizeBytes) throw invalidRange(header, sizeBytes)
  const endInclusive = last === undefined ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  return { start, endInclusive }
}

function invalidRange(header: string | null, sizeBytes: number): S3Error {
  return new S3Error('InvalidRange', {
    details: { RangeRequested: header ?? '', ActualObjectSize: sizeBytes },
    headers: { 'content-range': `bytes */${sizeBytes}` },
  })
}
