import { uploadData } from 'aws-amplify/storage'
import { objectPath } from './object-path.ts'
import { privateObject } from './write-object.ts'

export interface Upload {
  /** @throws StorageError named CanceledError or ERR_CANCELED after `cancel()`. */
  done: Promise<void>
  cancel: () => void
}

/** Puts an object. Amplify repeats the request when its answer is lost, so the name must be new. */
export function uploadObject(
  name: string,
  data: Blob,
  onProgress: (share: number) => void,
): Upload {
  const task = uploadData({
    path: objectPath(name),
    data,
    options: {
      contentType: data.type,
      cacheControl: privateObject,
      onProgress: ({ transferredBytes, totalBytes }) => {
        onProgress(totalBytes ? transferredBytes / totalBytes : 0)
      },
    },
  })
  return { done: task.result.then(() => undefined), cancel: () => task.cancel() }
}
