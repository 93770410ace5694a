import { S3Error } from './errors.ts'

/** A decoded query string, its order and repetitions kept. */
export interface Query {
  pairs: readonly (readonly [name: string, value: string])[]
  /** The first value of exactly this name. */
  get(name: string): string | undefined
  has(name: string): boolean
}

/**
 * @param raw Without the question mark.
 * @throws InvalidURI for a malformed escape, or one that is not UTF-8.
 */
export function parseQuery(raw: string): Query {
  const pairs = raw.split('&').flatMap((part): [string, string][] => {
    if (part === '') return []
    const equals = part.indexOf('=')
    return equals === -1
      ? [[decodeQuery(part), '']]
      : [[decodeQuery(part.slice(0, equals)), decodeQuery(part.slice(equals + 1))]]
  })
  return queryOf(pairs)
}

export function queryOf(pairs: Query['pairs']): Query {
  // The first of a name wins, so it is set last.
  const values = new Map(pairs.toReversed())
  return { pairs, get: (name) => values.get(name), has: (name) => values.has(name) }
}

/** @throws InvalidURI for a malformed escape, or one that is not UTF-8. */
export function decodeUri(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('InvalidURI', { details: { URI: text } })
  }
}

function decodeQuery(text: string): string {
  return decodeUri(text.includes('+') ? text.replaceAll('+', ' ') : text)
}
