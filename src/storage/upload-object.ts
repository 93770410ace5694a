import { uploadData } from 'aws-amplify/storage'
import { objectPath } from './object-path.ts'
import { privateObject } from './write-object.ts'

export interface Upload {
  /** @throws StorageError named CanceledError or ERR_CANCELED after `cancel()`. */
  done: Promise<void>
  cancel: () => void
}

/** Puts a new object; one that is there already is left alone (PreconditionFailed). */
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
      preventOverwrite: true,
      onProgress: ({ transferredBytes, totalBytes }) => {
        onProgress(totalBytes ? transferredBytes / totalBytes : 0)
      },
    },
  })
  return { done: task.result.then(() => undefined), cancel: () => task.cancel() }
}
