/** Of each of the two generations. A value that is longer is read from the file each time. */
const generationBytes = 4 << 20
const longestBytes = 64 << 10

/** Whose value is asked for; who it is stays the same wherever the value is moved to. */
type Owner = object

export interface RecentValues {
  find(owner: Owner): Uint8Array | undefined
  keep(owner: Owner, bytes: Uint8Array): void
  forget(): void
}

/**
 * The values that were written or read last, in memory: what a sign-in needs is read from the file
 * once and not at each of its steps. When the younger generation is full, the older one is forgotten.
 */
export function createRecentValues(mostBytes = generationBytes): RecentValues {
  let younger = new Map<Owner, Uint8Array>()
  let older = younger
  let sizeBytes = 0

  function keep(owner: Owner, bytes: Uint8Array) {
    if (bytes.byteLength > longestBytes) return
    if (sizeBytes + bytes.byteLength > mostBytes) {
      older = younger
      younger = new Map()
      sizeBytes = 0
    }
    younger.set(owner, bytes)
    sizeBytes += bytes.byteLength
  }

  return {
    find(owner) {
      const young = younger.get(owner)
      if (young) return young
      const old = older.get(owner)
      if (old) keep(owner, old)
      return old
    },
    keep,
    forget() {
      younger = new Map()
      older = younger
      sizeBytes = 0
    },
  }
}
