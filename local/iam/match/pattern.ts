/**
 * Text of a policy with its wildcards and variables told apart, so that a value that comes in
 * through a variable can never act as a wildcard.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export type Pattern = readonly PatternPart[]

export type PatternPart =
  | { kind: 'literal'; text: string }
  | { kind: 'wildcard'; character: '*' | '?' }
  | { kind: 'variable'; key: string; fallback?: string }

/** A tag's key may have spaces in it, a provider's name a slash, as condition keys have them. */
const variable =
  /^\$\{(?:([*?$])|\s*([^\s:${}',]+:[^\s${}',](?:[^${}',]*[^\s${}',])?)\s*(?:,\s*'([^'${}]*)'\s*)?)\}/

/** @throws RangeError for a `${` that does not start a variable IAM knows the form of. */
export function parsePattern(text: string): Pattern {
  const parts: PatternPart[] = []
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at)
    if (character === '*' || character === '?') {
      parts.push({ kind: 'wildcard', character })
      at += 1
    } else if (text.startsWith('${', at)) {
      const [whole, special, key, fallback] = readVariable(text, at)
      if (special) parts.push({ kind: 'literal', text: special })
      else if (key)
        parts.push({ kind: 'variable', key, ...(fallback !== undefined && { fallback }) })
      at += whole.length
    } else {
      const end = literalEnd(text, at)
      parts.push({ kind: 'literal', text: text.slice(at, end) })
      at = end
    }
  }
  return parts
}

export function hasVariables(pattern: Pattern): boolean {
  return pattern.some((part) => part.kind === 'variable')
}

function readVariable(text: string, at: number) {
  const close = text.indexOf('}', at)
  const found = close < 0 ? null : variable.exec(text.slice(at, close + 1))
  if (!found) throw new RangeError(`"${text.slice(at, at + 60)}" is not a policy variable`)
  return found
}

function literalEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && !'*?'.includes(text.charAt(end)) && !text.startsWith('${', end)) {
    end += 1
  }
  return end
}
