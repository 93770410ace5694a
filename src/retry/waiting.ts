/** Whether something waits for AWS to have time for it, for the page to say so meanwhile. */
const listeners = new Set<() => void>()
let waits = 0

/** @returns what ends it. */
export function noteWait(): () => void {
  count(1)
  let hasEnded = false
  return () => {
    if (!hasEnded) count(-1)
    hasEnded = true
  }
}

export function isWaiting(): boolean {
  return waits > 0
}

export function subscribeWaiting(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function count(change: 1 | -1): void {
  waits += change
  for (const listener of [...listeners]) listener()
}
