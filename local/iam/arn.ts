import type { Pattern, PatternPart } from './match/pattern.ts'

/**
 * Splits an ARN pattern at its first five colons; the sixth part is the resource, colons and all.
 *
 * @returns fewer than six when it is not an ARN.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function splitArnPattern(pattern: Pattern): Pattern[] {
  const segments: PatternPart[][] = [[]]
  for (const part of pattern) {
    if (part.kind !== 'literal') {
      segments.at(-1)?.push(part)
      continue
    }
    const pieces = splitAtMost(part.text, 7 - segments.length)
    pieces.forEach((text, index) => {
      if (index > 0) segments.push([])
      if (text) segments.at(-1)?.push({ kind: 'literal', text })
    })
  }
  return segments
}

/** The same for an ARN that is not a pattern. */
export function splitArn(arn: string): string[] {
  return splitAtMost(arn, 6)
}

function splitAtMost(text: string, count: number): string[] {
  const pieces = text.split(':')
  return pieces.length <= count
    ? pieces
    : [...pieces.slice(0, count - 1), pieces.slice(count - 1).join(':')]
}
