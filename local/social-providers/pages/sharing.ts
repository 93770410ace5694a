import type { Shared } from '../provider.ts'
import { words } from '../wording/words.en.ts'

/** `your name, your email address and your picture`; undefined for nothing. */
export function listShared(shared: ReadonlySet<Shared>): string | undefined {
  const names = [...shared].map((one) => words.shared[one])
  const last = names.pop()
  if (last === undefined) return undefined
  return names.length === 0 ? last : `${names.join(', ')} ${words.and} ${last}`
}
