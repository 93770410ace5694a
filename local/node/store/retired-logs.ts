import { close, closeSync } from 'node:fs'
import type { LogFile } from './log-file.ts'

/**
 * Logs that a compaction has replaced, and that are read from as long as anybody has a place in them:
 * a removed file keeps its room on the disk, and a descriptor, until it is closed.
 */
export function createRetiredLogs(): { add(log: LogFile): void; close(): void } {
  const open = new Set<number>()
  const unread = new FinalizationRegistry<number>((fd) => {
    if (open.delete(fd)) close(fd, () => undefined)
  })
  return {
    add(log) {
      open.add(log.fd)
      unread.register(log, log.fd)
    },
    close() {
      for (const fd of open) closeSync(fd)
      open.clear()
    },
  }
}
