import { expect, test } from 'vitest'
import { parsePattern } from '../../../../../local/iam/match/pattern.ts'
import { fillPattern, matchesWildcard } from '../../../../../local/iam/match/wildcard.ts'
import { decide } from '../../../../support/iam/policies.ts'

const matches = (pattern: string, text: string) =>
  matchesWildcard(fillPattern(parsePattern(pattern), new Map()) ?? [], text)

/** The definition, word for word; exponential, so for short texts only. */
function isMatch(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  if (pattern.startsWith('*')) {
    return isMatch(pattern.slice(1), text) || (text !== '' && isMatch(pattern, text.slice(1)))
  }
  const fits = text !== '' && (pattern.startsWith('?') || pattern.charAt(0) === text.charAt(0))
  return fits && isMatch(pattern.slice(1), text.slice(1))
}

function allTexts(alphabet: string, maxLength: number): string[] {
  const longer = (text: string): string[] =>
    text.length === maxLength
      ? []
      : Array.from(alphabet).flatMap((one) => [text + one, ...longer(text + one)])
  return ['', ...longer('')]
}

test('agrees with the definition of * and ? on every short pattern and text', () => {
  const texts = allTexts('ab', 5)
  const differing = allTexts('a*?b', 4).flatMap((pattern) =>
    texts.filter((text) => matches(pattern, text) !== isMatch(pattern, text)),
  )

  expect(differing).toEqual([])
})

test('a pattern made to backtrack is decided, however long', () => {
  const hostile = `${'*a'.repeat(1000)}*b`

  expect(matches(hostile, 'a'.repeat(4000))).toBe(false)
  expect(matches(hostile, `${'a'.repeat(4000)}b`)).toBe(true)
  expect(matches(`${'*?'.repeat(500)}c`, 'ab'.repeat(1000))).toBe(false)
})

test('a hostile policy and a hostile key are decided', () => {
  const Resource = `arn:aws:s3:::bucket/${'*a'.repeat(400)}*\${aws:userid}*z`
  const Condition = { StringLike: { 's3:prefix': `${'*x'.repeat(400)}*y` } }
  const context = { 'aws:userid': '*a'.repeat(200), 's3:prefix': 'x'.repeat(1024) }

  const reason = decide(
    { Resource, Condition },
    { resource: `arn:aws:s3:::bucket/${'a'.repeat(1024)}`, context },
  )

  expect(reason).toBe('no-match')
})

test('variables made to confuse the reader are refused or literal', () => {
  expect(() => parsePattern('${'.repeat(5000))).toThrow(RangeError)
  expect(() => parsePattern(`\${${'a:'.repeat(5000)}`)).toThrow(RangeError)
  expect(() => parsePattern(`\${aws:x, 'a''}`)).toThrow(RangeError)
  expect(parsePattern('$$ {a} }{ $')).toEqual([{ kind: 'literal', text: '$$ {a} }{ $' }])
})
