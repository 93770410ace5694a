import { compareUtf8, comparingUtf8 } from '../encoding/utf8-order.ts'

export type Entry<Value> = readonly [key: string, value: Value]

/** A persistent map in UTF-8 order: a change makes a new map, which shares all but one chunk. */
export interface SortedMap<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): SortedMap<Value>
  /** @returns this very map when there is nothing to delete. */
  delete(key: string): SortedMap<Value>
  /** From the first key that is at least `atLeast` and greater than `after`. */
  from(atLeast: string, after: string): Generator<Entry<Value>>
}

// Measured from 100 to 100,000 keys: a change copies one chunk and the list of chunks, and this
// keeps the two near each other.
const maxChunk = 256

export const emptySortedMap: SortedMap<never> = sortedMap<never>([])

/** @param entries in UTF-8 order, each key once. */
export function sortedMapOf<Value>(entries: readonly Entry<Value>[]): SortedMap<Value> {
  const chunks: (readonly Entry<Value>[])[] = []
  for (let start = 0; start < entries.length; start += maxChunk / 2) {
    chunks.push(entries.slice(start, start + maxChunk / 2))
  }
  return sortedMap(chunks)
}

/** Chunks are sorted, not empty, and follow each other. */
function sortedMap<Value>(chunks: readonly (readonly Entry<Value>[])[]): SortedMap<Value> {
  function locate(key: string) {
    const compare = comparingUtf8(key)
    const isAfter = ([first]: readonly Entry<Value>[]) =>
      first !== undefined && compare(first[0]) > 0
    const at = Math.max(0, firstIndex(chunks, isAfter) - 1)
    const chunk = chunks[at] ?? []
    const index = firstIndex(chunk, (entry) => compare(entry[0]) >= 0)
    const entry = chunk[index]
    return { at, chunk, index, found: entry?.[0] === key ? entry : undefined }
  }

  return {
    get: (key) => locate(key).found?.[1],
    set(key, value) {
      const { at, chunk, index, found } = locate(key)
      const grown = chunk.toSpliced(index, found ? 1 : 0, [key, value])
      return sortedMap(chunks.toSpliced(at, 1, ...split(grown)))
    },
    delete(key) {
      const { at, chunk, index, found } = locate(key)
      if (!found) return this
      const rest = chunk.toSpliced(index, 1)
      return sortedMap(chunks.toSpliced(at, 1, ...(rest.length > 0 ? [rest] : [])))
    },
    *from(atLeast, after) {
      const { at, chunk, index } = locate(compareUtf8(atLeast, after) > 0 ? atLeast : after)
      yield* chunk.slice(chunk[index]?.[0] === after ? index + 1 : index)
      for (let next = at + 1; next < chunks.length; next += 1) yield* chunks[next] ?? []
    },
  }
}

function split<Value>(chunk: readonly Entry<Value>[]): (readonly Entry<Value>[])[] {
  if (chunk.length <= maxChunk) return [chunk]
  return [chunk.slice(0, maxChunk / 2), chunk.slice(maxChunk / 2)]
}

/** Binary search: the first index whose item passes; all after it pass too. */
function firstIndex<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(items[middle] as Item)) high = middle
    else low = middle + 1
  }
  return low
}
