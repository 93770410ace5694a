import { closeSync, fsyncSync, openSync } from 'node:fs'

/** A file that was renamed is under its new name also after a power failure. */
export function syncFolder(folder: string): void {
  // Windows opens no folders, and keeps their changes in order.
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
