import { paths } from './paths.ts'

/**
 * Where the page belongs that the domain has sent somebody back to at another registered address
 * than `/callback`: a pool that was made for another app has that app's. OAuth's answer always has
 * the `state` that was sent, and a `code` or an `error`.
 *
 * @returns undefined where the page is no such answer, or already there.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2
 */
export function answerAddress({ pathname, search }: Pick<Location, 'pathname' | 'search'>) {
  const query = new URLSearchParams(search)
  const isAnswer = query.has('state') && (query.has('code') || query.has('error'))
  return isAnswer && pathname !== paths.callback() ? `${paths.callback()}${search}` : undefined
}
