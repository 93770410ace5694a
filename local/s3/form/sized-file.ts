import { S3Error } from '../errors.ts'
import type { SizeRange } from './check-policy.ts'

/**
 * A file that may have so many bytes. One that is too large is read to its end, so that the answer
 * can say how large it is, but no further handed on.
 *
 * @throws EntityTooLarge, EntityTooSmall, at its end
 */
export async function* sizedFile(
  file: AsyncIterable<Uint8Array>,
  { min, max }: SizeRange,
): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0
  for await (const chunk of file) {
    sizeBytes += chunk.byteLength
    if (sizeBytes <= max) yield chunk
  }
  if (sizeBytes > max) {
    throw new S3Error('EntityTooLarge', {
      details: { ProposedSize: sizeBytes, MaxSizeAllowed: max },
    })
  }
  if (sizeBytes < min) {
    throw new S3Error('EntityTooSmall', {
      details: { ProposedSize: sizeBytes, MinSizeAllowed: min },
    })
  }
}
