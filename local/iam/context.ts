/** Condition keys of a request with their values; names are compared without regard to case. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>

export type ContextKeys = ReadonlyMap<string, string | readonly string[]>

/** Later ones win: what a session knows of its principal stands above what a request says. */
export function collectKeys(...contexts: readonly (RequestContext | undefined)[]): ContextKeys {
  const keys = new Map<string, string | readonly string[]>()
  for (const context of contexts) {
    for (const [key, value] of Object.entries(context ?? {})) keys.set(key.toLowerCase(), value)
  }
  return keys
}

/** The value of a policy variable. A key of several values is none. */
export function findVariable(keys: ContextKeys, name: string): string | undefined {
  const value = keys.get(name.toLowerCase())
  return typeof value === 'string' ? value : undefined
}
