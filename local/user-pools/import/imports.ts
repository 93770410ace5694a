import type { Log } from '../../core/ports/log.ts'

/** Where the files of imports are put and found: S3, of which this service knows nothing. */
export interface ImportFiles {
  /** @returns where a PUT is good for a quarter of an hour. */
  uploadUrl(key: string): Promise<string>
  read(key: string): { sizeBytes: number; body: ReadableStream<Uint8Array> } | undefined
  remove(key: string): Promise<void>
}

/** The imports that run in this process. */
export interface Imports {
  files: ImportFiles
  /** By the keys of the jobs. */
  running: Map<string, Promise<void>>
  /** Whether they are to stop where they are, to go on after the next start. */
  isEnding: boolean
  /** Forgets the file of a job that is over, or will never be. */
  discard(key: string): void
}

export function createImports(files: ImportFiles, log: Log): Imports {
  return {
    files,
    running: new Map(),
    isEnding: false,
    discard(key) {
      files.remove(key).catch((error: unknown) => {
        log.error('The file of a user import could not be deleted', error)
      })
    },
  }
}

/** Where there is no S3: nobody can begin an import. */
export const noImportFiles: ImportFiles = {
  uploadUrl: () => Promise.reject(new Error('There is no S3 for the files of user imports.')),
  read: () => undefined,
  remove: () => Promise.resolve(),
}
