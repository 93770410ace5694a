import { splitArn, splitArnPattern } from '../arn.ts'
import type { ContextKeys } from '../context.ts'
import { hasVariables, type Pattern } from './pattern.ts'
import { fillPattern, matchesWildcard, type Wildcard } from './wildcard.ts'

/** An ARN pattern in its six parts, or `*` alone. Parts without variables are filled in once. */
export type ArnPattern = { kind: 'any' } | { kind: 'parts'; parts: readonly ArnPart[] }

type ArnPart = (keys: ContextKeys) => Wildcard | undefined

export function prepareArnPattern(pattern: Pattern): ArnPattern {
  const [only, ...rest] = pattern
  return only?.kind === 'wildcard' && only.character === '*' && rest.length === 0
    ? { kind: 'any' }
    : { kind: 'parts', parts: splitArnPattern(pattern).map(preparePart) }
}

function preparePart(pattern: Pattern): ArnPart {
  if (hasVariables(pattern)) return (keys) => fillPattern(pattern, keys)
  const filled = fillPattern(pattern, new Map())
  return () => filled
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
  const segments = splitArn(arn)
  let matches = segments.length === pattern.parts.length
  for (let index = 0; index < pattern.parts.length; index += 1) {
    const wildcard = pattern.parts[index]?.(keys)
    if (wildcard === undefined) return 'unresolved'
    matches &&= matchesWildcard(wildcard, segments[index] ?? '')
  }
  return matches
}
