import { parseBase64, toBase64Url } from '../../core/encoding/base64.ts'
import { invalidParameter } from '../attributes/rules.ts'

/**
 * A page of a list in the order of its ids.
 *
 * @param token of the page before; opaque to the client: the id that it ended with.
 * @returns `NextToken` only when there are more.
 * @throws InvalidParameterException
 */
export function pageOf<T extends { id: string }>(
  things: readonly T[],
  size: number,
  token: string | undefined,
): { page: T[]; NextToken?: string } {
  const after = token === undefined ? '' : parseToken(token)
  const rest = things.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1))
  const page = rest.slice(0, size)
  const last = page.at(-1)
  if (!last || rest.length === page.length) return { page }
  return { page, NextToken: toBase64Url(new TextEncoder().encode(last.id)) }
}

function parseToken(token: string): string {
  const id = new TextDecoder().decode(parseBase64(token) ?? new Uint8Array())
  if (/^[\w-]{1,1400}$/.test(id)) return id
  throw invalidParameter('Invalid pagination token.')
}
