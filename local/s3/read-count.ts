import { invalidArgument } from './errors.ts'
import type { Query } from './query.ts'

/**
 * A page size or a number to start from; larger ones are cut to the maximum.
 *
 * @throws InvalidArgument
 */
export function readCount(
  query: Query,
  name: string,
  { fallback, max } = { fallback: 1000, max: 1000 },
): number {
  const text = query.get(name)
  if (text === undefined || text === '') return fallback
  const count = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (count <= 2_147_483_647) return Math.min(count, max)
  throw invalidArgument(`Provided ${name} not an integer or within integer range`, name, text)
}
