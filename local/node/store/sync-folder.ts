import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** A file that was renamed is under its new name also after a power failure. */
export function syncFolder(folder: string): void {
  // Windows opens no folders, and keeps their changes in order.
  if (process.platform !== 'win32') syncOpened(folder, 'r')
}

/** The same, off the main thread. */
export async function syncFolderInBackground(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What was written to the file, by whoever, is on the disk. */
export function syncFile(path: string): void {
  syncOpened(path, 'r+')
}

function syncOpened(path: string, flags: string): void {
  const fd = openSync(path, flags)
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
