import { findVariable, type ContextKeys } from '../context.ts'
import type { Pattern } from './pattern.ts'

/** Text to match as it stands, any one character, or any number of them. */
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
      filled.push(text)
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
  let at = 0
  let read = 0
  let star = -1
  let starRead = 0
  while (at < wildcard.length || read < text.length) {
    const expected = wildcard[at]
    if (expected === anyMany) {
      if (at === wildcard.length - 1) return true
      star = at
      starRead = read
      at += 1
      continue
    }
    const end = expected === undefined ? undefined : endOf(expected, text, read)
    if (end !== undefined) {
      at += 1
      read = end
    } else if (star >= 0 && starRead < text.length) {
      starRead = afterCharacter(text, starRead)
      read = starRead
      at = star + 1
    } else {
      return false
    }
  }
  return true
}

/** Where what matches `expected` at `start` ends; undefined when nothing does. */
function endOf(expected: string | typeof anyOne, text: string, start: number): number | undefined {
  if (expected === anyOne) return start < text.length ? afterCharacter(text, start) : undefined
  return text.startsWith(expected, start) ? start + expected.length : undefined
}

/** A character is a code point, which may take two units. */
function afterCharacter(text: string, start: number): number {
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
}
