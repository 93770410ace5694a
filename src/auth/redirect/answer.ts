import type { RedirectAttempt } from './attempt.ts'

/** What the domain sent a browser back with, when there is nothing to finish. */
export type Answer =
  /** The address was opened without an answer. */
  | { kind: 'none' }
  /** `description` only where it answers this tab's own request: anybody can write an address. */
  | { kind: 'refused'; code: string; description: string | undefined }
  /** An answer to this tab's request that has been used already: a reload, or Back. */
  | { kind: 'used' }
  /** An answer to somebody else's request, or to one that this tab has forgotten. */
  | { kind: 'stray' }

/** @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2 */
export function readAnswer(query: URLSearchParams, attempt: RedirectAttempt | undefined): Answer {
  const isOwn = isAnswerTo(query, attempt)
  const code = query.get('error')
  if (code !== null) {
    const description = query.get('error_description') ?? undefined
    return { kind: 'refused', code, description: isOwn ? description : undefined }
  }
  if (!query.has('code')) return { kind: 'none' }
  return { kind: isOwn ? 'used' : 'stray' }
}

export function isAnswerTo(query: URLSearchParams, attempt: RedirectAttempt | undefined): boolean {
  return attempt !== undefined && attempt.state !== '' && query.get('state') === attempt.state
}
