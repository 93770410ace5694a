import { findVariable, type ContextKeys } from './context.ts'
import type { Pattern } from './pattern.ts'

/** One entry per character to match: itself, any one, or any number. */
export type Wildcard = readonly (string | typeof anyOne | typeof anyMany)[]

const anyOne = Symbol('?')
const anyMany = Symbol('*')

/**
 * Fills in the variables; what they bring stays literal, `*` and `?` in it too.
 *
 * @returns undefined when a variable without a default is absent.
 */
export function fillPattern(pattern: Pattern, keys: ContextKeys): Wildcard | undefined {
  const filled: (string | typeof anyOne | typeof anyMany)[] = []
  for (const part of pattern) {
    if (part.kind === 'wildcard') {
      filled.push(part.character === '*' ? anyMany : anyOne)
    } else {
      const text =
        part.kind === 'literal' ? part.text : (findVariable(keys, part.key) ?? part.fallback)
      if (text === undefined) return undefined
      filled.push(...Array.from(text))
    }
  }
  return filled
}

/** The same where wildcards mean nothing: `StringEquals` compares with the text as it stands. */
export function fillText(pattern: Pattern, keys: ContextKeys): string | undefined {
  let filled = ''
  for (const part of pattern) {
    if (part.kind === 'wildcard') filled += part.character
    else if (part.kind === 'literal') filled += part.text
    else {
      const text = findVariable(keys, part.key) ?? part.fallback
      if (text === undefined) return undefined
      filled += text
    }
  }
  return filled
}

/**
 * Whether all of `text` matches. On a mismatch only the last `*` takes one character more, so that
 * the work is at most the product of both lengths, whatever a policy or a key holds.
 */
export function matchesWildcard(wildcard: Wildcard, text: string): boolean {
  const characters = Array.from(text)
  let at = 0
  let read = 0
  let star = -1
  let starRead = 0
  while (read < characters.length) {
    const expected = wildcard[at]
    if (expected === anyMany) {
      star = at
      starRead = read
      at += 1
    } else if (expected !== undefined && (expected === anyOne || expected === characters[read])) {
      at += 1
      read += 1
    } else if (star >= 0) {
      starRead += 1
      read = starRead
      at = star + 1
    } else {
      return false
    }
  }
  while (wildcard[at] === anyMany) at += 1
  return at === wildcard.length
}
