import { StorageError, downloadData } from 'aws-amplify/storage'
import { objectPath } from './object-path.ts'

export interface ReadObject {
  blob: Blob
  etag: string
}

/**
 * @param maximumBytes more is refused as EntityTooLarge: what lies there need not be ours.
 * @returns undefined when there is no such object.
 */
export async function readObject(
  name: string,
  maximumBytes: number,
): Promise<ReadObject | undefined> {
  const progress = { isTooLarge: false }
  const task = downloadData({
    path: objectPath(name),
    options: {
      // Another tab may have just written it.
      cacheControl: 'no-store',
      onProgress: ({ transferredBytes }) => {
        progress.isTooLarge ||= transferredBytes > maximumBytes
        if (progress.isTooLarge) task.cancel()
      },
    },
  })
  try {
    const { body, eTag } = await task.result
    const blob = await body.blob()
    if (blob.size > maximumBytes) throw tooLarge()
    return { blob, etag: eTag ?? '' }
  } catch (error) {
    if (progress.isTooLarge) throw tooLarge()
    if (error instanceof StorageError && isMissing(error.name)) return undefined
    throw error
  }
}

function isMissing(name: string): boolean {
  return name === 'NoSuchKey' || name === 'NotFound'
}

function tooLarge(): StorageError {
  return new StorageError({ name: 'EntityTooLarge', message: 'The object is too large to read' })
}
