/** Something that is over at a time of its own. */
export interface Expiry {
  what: 'code' | 'session' | 'access-token' | 'refresh-token' | 'credentials' | 'temporary-password'
  atMs: number
}

/** The first that is still to come. */
export function nextExpiry(expiries: Iterable<Expiry>, nowMs: number): Expiry | undefined {
  let next: Expiry | undefined
  for (const each of expiries) {
    if (each.atMs > nowMs && each.atMs < (next?.atMs ?? Infinity)) next = each
  }
  return next
}
