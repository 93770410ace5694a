import { checkKey } from '../address.ts'
import type { BucketConfig } from '../config.ts'
import { invalidArgument, S3Error } from '../errors.ts'
import type { ObjectVersion } from '../model.ts'
import type { OperationContext } from '../operation.ts'

export interface CopySource {
  bucket: BucketConfig
  key: string
  versionId: string | undefined
}

const maxCopyBytes = 5 * 1024 ** 3

/**
 * `x-amz-copy-source`: `bucket/key`, a leading slash and `?versionId=` optional, percent-encoded or
 * not (Amplify sends keys as they are).
 *
 * @throws InvalidArgument, NoSuchBucket
 */
export function readCopySource({ request, findBucket }: OperationContext): CopySource {
  const header = request.header('x-amz-copy-source') ?? ''
  const match = /^\/?([^/?]+)\/(.+?)(?:\?versionId=([\w.-]+))?$/s.exec(header)
  const [, name, encodedKey, versionId] = match ?? []
  if (name === undefined || encodedKey === undefined) {
    // Recorded of S3: it gives the name for the value.
    throw invalidArgument(
      'Invalid copy source object key',
      'x-amz-copy-source',
      'x-amz-copy-source',
    )
  }
  const key = decode(encodedKey, header)
  checkKey(key)
  const bucket = findBucket(name)
  if (!bucket) throw new S3Error('NoSuchBucket', { details: { BucketName: name } })
  return { bucket, key, versionId }
}

/** @throws InvalidRequest for more than one request may copy. */
export function checkCopySize(sizeBytes: number): void {
  if (sizeBytes <= maxCopyBytes) return
  throw new S3Error('InvalidRequest', {
    message: `The specified copy source is larger than the maximum allowable size for a copy source: ${maxCopyBytes}`,
  })
}

/** Which version was copied, where there is more than one. */
export function copySourceHeader({ versionId }: ObjectVersion): Record<string, string> {
  return versionId === 'null' ? {} : { 'x-amz-copy-source-version-id': versionId }
}

function decode(encoded: string, header: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '))
  } catch {
    throw invalidArgument('Invalid copy source encoding.', 'x-amz-copy-source', header)
  }
}
