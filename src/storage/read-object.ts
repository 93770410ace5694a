import { StorageError, downloadData, list } from 'aws-amplify/storage'
import { objectPath, type ObjectPath } from './object-path.ts'

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
  path: ObjectPath = objectPath(name),
): Promise<ReadObject | undefined> {
  const progress = { isTooLarge: false }
  const task = downloadData({
    path,
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
    if (error instanceof StorageError && (await isMissing(path, error))) return undefined
    throw error
  }
}

/**
 * Whether there is such an object. Asking for it would tell as well, by an answer of 404 that every
 * browser logs as an error.
 *
 * @returns undefined where the role may not list its prefix, which only asking for the object tells.
 */
export async function hasObject(name: string): Promise<boolean | undefined> {
  try {
    // In the order of their keys, so that the one with this very key comes first.
    const { items } = await list({ path: objectPath(name), options: { pageSize: 1 } })
    return items.some(({ path }) => path.endsWith(`/${name}`))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'AccessDenied') return undefined
    // What a listing fails with has another name than what a transfer does.
    if (error.name === 'NetworkError') {
      throw new StorageError({ name: 'ERR_NETWORK', message: error.message })
    }
    throw error
  }
}

/**
 * S3 says NoSuchKey only to those who may list the bucket, and a right to list that is limited to a
 * prefix may not count as one. A listing of that prefix does tell.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "Permissions"
 */
async function isMissing(path: ObjectPath, error: StorageError): Promise<boolean> {
  if (error.name === 'NoSuchKey' || error.name === 'NotFound') return true
  if (error.name !== 'AccessDenied') return false
  try {
    const { items } = await list({ path, options: { pageSize: 1 } })
    return items.length === 0
  } catch {
    return false
  }
}

function tooLarge(): StorageError {
  return new StorageError({ name: 'EntityTooLarge', message: 'The object is too large to read' })
}
