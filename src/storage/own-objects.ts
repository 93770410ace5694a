import { list, remove } from 'aws-amplify/storage'
import { ownPrefix } from './object-path.ts'

export interface OwnObject {
  /** The whole key. */
  path: string
  sizeBytes: number
}

/** All that lies under the person's own prefix, whoever has put it there. */
export async function listOwnObjects(): Promise<readonly OwnObject[]> {
  const { items } = await list({ path: ownPrefix, options: { listAll: true } })
  return items.map(({ path, size = 0 }) => ({ path, sizeBytes: size }))
}

/** At once; Amplify takes one object at a time. */
const atOnce = 6

/**
 * Removes all of them, and what is written meanwhile. Cut off, it can be called again.
 *
 * @throws StorageError of the first that could not be removed; others of its group are.
 */
export async function removeOwnObjects(): Promise<void> {
  let left = await listOwnObjects()
  while (left.length > 0) {
    for (let from = 0; from < left.length; from += atOnce) {
      const group = left.slice(from, from + atOnce)
      const removals = await Promise.allSettled(group.map(({ path }) => remove({ path })))
      for (const removal of removals) if (removal.status === 'rejected') throw removal.reason
    }
    const before = new Set(left.map(({ path }) => path))
    left = (await listOwnObjects()).filter(({ path }) => !before.has(path))
  }
}
