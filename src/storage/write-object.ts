import { StorageError, getUrl } from 'aws-amplify/storage'
import { objectPath, type ObjectPath } from './object-path.ts'
import { parseS3Error } from './s3-error.ts'
import { withRetries } from './retries.ts'

export interface Write {
  name: string
  /** Where that is not among one's own. */
  path?: ObjectPath
  body: string
  contentType: string
  /** The ETag that has to be there still; undefined when there must be no object yet. */
  replaces: string | undefined
}

/**
 * Replaces an object only if it is still the one that was read: S3 compares and writes in one
 * step, so that two tabs or two devices can never overwrite each other unseen.
 *
 * Amplify's `uploadData` cannot send If-Match. Its presigned URL signs the host alone, which leaves
 * the headers to us. See `docs/decisions/0080-profile-compare-and-swap.md`.
 *
 * @returns the new ETag.
 * @throws StorageError named PreconditionFailed when somebody else was first.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export async function writeObject(write: Write): Promise<string> {
  const { name, path = objectPath(name), body, contentType, replaces } = write
  return withRetries(async () => {
    const { url } = await getUrl({
      path,
      options: { method: 'PUT', contentType, expiresIn: 60 },
    })
    const response = await send(url, {
      method: 'PUT',
      headers: {
        'Content-Type': contentType,
        'Cache-Control': privateObject,
        ...(replaces === undefined ? { 'If-None-Match': '*' } : { 'If-Match': replaces }),
      },
      body,
    })
    const answer = await response.text()
    if (!response.ok) throw parseS3Error(response.status, answer)
    return response.headers.get('ETag') ?? ''
  })
}

/** Personal: neither a shared cache nor the browser's keeps it. */
export const privateObject = 'private, no-store'

async function send(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    // Offline, an unknown host and a refused preflight look the same to a page.
    throw new StorageError({ name: 'ERR_NETWORK', message: String(error) })
  }
}
