import type { Provider, Shared } from './provider.ts'

/** What the scopes of a grant let through. */
export function sharedBy({ scopes }: Provider, granted: readonly string[]): ReadonlySet<Shared> {
  return new Set(granted.flatMap((scope) => scopes[scope] ?? []))
}
