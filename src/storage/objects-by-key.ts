import { StorageError, downloadData, list, remove, uploadData } from 'aws-amplify/storage'
import { privateObject } from './write-object.ts'

/**
 * Objects by their whole key, for whoever examines what the role allows: also keys that it must not.
 * The app itself goes by `objectPath`. Each throws a StorageError named as S3 names it, or
 * NetworkError.
 */
export const objectsByKey = {
  /** @returns the ETag, where the bucket's CORS lets a page read it. */
  put: (key: string, body: string) =>
    named(async () => {
      const options = { contentType: 'text/plain', cacheControl: privateObject }
      const { eTag } = await uploadData({ path: key, data: body, options }).result
      return eTag
    }),
  get: (key: string) =>
    named(async () => {
      const { body } = await downloadData({ path: key, options: { cacheControl: 'no-store' } })
        .result
      await body.blob()
    }),
  remove: (key: string) =>
    named(async () => {
      await remove({ path: key })
    }),
  list: (prefix: string) =>
    named(async () => {
      await list({ path: prefix, options: { pageSize: 1 } })
    }),
}

/** Amplify's transfer by XMLHttpRequest has a name of its own for what `fetch` fails with. */
async function named<Result>(operation: () => Promise<Result>): Promise<Result> {
  try {
    return await operation()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ERR_NETWORK') throw error
    throw new StorageError({ name: 'NetworkError', message: error.message })
  }
}
