import { splitArn, splitArnPattern } from './arn.ts'
import type { ContextKeys } from './context.ts'
import type { Pattern } from './pattern.ts'
import { fillPattern, matchesWildcard } from './wildcard.ts'

/** An ARN pattern in its six parts, or `*` alone. */
export type ArnPattern = { kind: 'any' } | { kind: 'parts'; parts: readonly Pattern[] }

export function prepareArnPattern(pattern: Pattern): ArnPattern {
  const [only, ...rest] = pattern
  return only?.kind === 'wildcard' && only.character === '*' && rest.length === 0
    ? { kind: 'any' }
    : { kind: 'parts', parts: splitArnPattern(pattern) }
}

/**
 * Part by part, so that a wildcard never reaches over a colon but in the resource part.
 *
 * @returns `unresolved` when a variable in it has no value.
 */
export function matchArn(
  pattern: ArnPattern,
  arn: string,
  keys: ContextKeys,
): boolean | 'unresolved' {
  if (pattern.kind === 'any') return true
  const wildcards = pattern.parts.map((part) => fillPattern(part, keys))
  const segments = splitArn(arn)
  let matches = segments.length === wildcards.length
  for (const [index, wildcard] of wildcards.entries()) {
    if (wildcard === undefined) return 'unresolved'
    matches &&= matchesWildcard(wildcard, segments[index] ?? '')
  }
  return matches
}
