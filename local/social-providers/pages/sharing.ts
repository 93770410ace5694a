import type { Shared } from '../provider.ts'
import { words } from '../wording/words.en.ts'

/** `name, email address and picture`; undefined for nothing. */
export function listShared(shared: ReadonlySet<Shared>): string | undefined {
  const order = Object.keys(words.shared) as Shared[]
  const names = order.filter((one) => shared.has(one)).map((one) => words.shared[one])
  const last = names.pop()
  if (last === undefined) return undefined
  return names.length === 0 ? last : `${names.join(', ')} ${words.and} ${last}`
}
