import { NotInUse } from '../../core/ports/not-in-use.ts'
import type { Runtime } from '../../core/ports/runtime.ts'

/**
 * Blobs that no row points at any more. They are written down in the transaction that drops the
 * row, so that a process that dies before deleting them leaves nothing behind.
 */
export interface Garbage {
  /** Within the transaction that drops the row. */
  add(blobId: string): void
  /** After it: deletes what was added, and what an earlier process left. */
  collect(): Promise<void>
}

export function createGarbage({ store, blobs, log }: Runtime): Garbage {
  const table = store.table<true>('s3-garbage')
  let hasWork = true
  return {
    add(blobId) {
      table.set(blobId, true)
      hasWork = true
    },
    async collect() {
      if (!hasWork) return
      hasWork = false
      for (const [blobId] of [...table.entries()]) {
        try {
          await blobs.delete(blobId)
          table.delete(blobId)
        } catch (error) {
          // It stays written down, and goes at the next start.
          if (error instanceof NotInUse) return
          // What was asked for is done; the body stays written down until a later attempt.
          hasWork = true
          log.error('S3 could not delete a body that nobody needs', error)
        }
      }
    },
  }
}
