import { constants } from 'node:fs'
import { copyFile, link, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Has bodies in a second folder too: under a second name of the same file where the file system gives
 * one, else as a copy. Bodies are never written to again, so neither notices the other.
 *
 * @returns their sizes, and the ids of those that are not there.
 * @throws what the file system says.
 */
export async function linkBodies(
  ids: Iterable<string>,
  from: string,
  to: string,
): Promise<{ bodies: number; sizeBytes: number; missing: string[] }> {
  const missing: string[] = []
  let bodies = 0
  let sizeBytes = 0
  for (const id of ids) {
    try {
      await linkOrCopy(join(from, id), join(to, id))
      bodies += 1
      sizeBytes += (await stat(join(to, id))).size
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      missing.push(id)
    }
  }
  return { bodies, sizeBytes, missing }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error
    // E.g. EXDEV, EPERM, ENOTSUP, EMLINK: a file system without links, or with no more of them.
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  }
}
