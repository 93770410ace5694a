import type { ContextKeys } from '../context.ts'
import { isInRange, parseIpRange } from './ip-range.ts'
import { matchArn, prepareArnPattern } from './match-arn.ts'
import type { Operator } from './operators.ts'
import { parsePattern } from './pattern.ts'
import { parseDateMs, parseNumber } from './values.ts'
import { fillPattern, fillText, matchesWildcard } from './wildcard.ts'

/** Whether a value of the request matches one value of the policy, before any negation. */
export type Comparison = (actual: string, keys: ContextKeys) => boolean | 'unresolved'

/** Prepares the comparison with `expected`, a value that parse-condition.ts has checked. */
export function prepareComparison(operator: Operator, expected: string): Comparison {
  switch (operator.family) {
    case 'String':
      return compareStrings(operator.comparison, expected)
    case 'Arn': {
      const pattern = prepareArnPattern(parsePattern(expected))
      return (actual, keys) => matchArn(pattern, actual, keys)
    }
    case 'Numeric':
      return compareNumbers(operator.comparison, parseNumber(expected), parseNumber)
    case 'Date':
      return compareNumbers(operator.comparison, parseDateMs(expected), parseDateMs)
    case 'Bool':
    case 'Null':
      return (actual) => actual.toLowerCase() === expected.toLowerCase()
    case 'Binary':
      return (actual) => decodeBase64(actual) === decodeBase64(expected)
    case 'IpAddress': {
      const range = parseIpRange(expected)
      return (actual) => {
        const address = parseIpRange(actual)
        const isAddress = address?.prefixLength === address?.bits
        return (
          address !== undefined && range !== undefined && isAddress && isInRange(address, range)
        )
      }
    }
  }
}

function compareStrings(comparison: Operator['comparison'], expected: string): Comparison {
  const pattern = parsePattern(expected)
  return (actual, keys) => {
    if (comparison === 'like') {
      const wildcard = fillPattern(pattern, keys)
      return wildcard ? matchesWildcard(wildcard, actual) : 'unresolved'
    }
    const text = fillText(pattern, keys)
    if (text === undefined) return 'unresolved'
    return comparison === 'equals' ? text === actual : text.toLowerCase() === actual.toLowerCase()
  }
}

function compareNumbers(
  comparison: Operator['comparison'],
  expected: number | undefined,
  parse: (text: string) => number | undefined,
): Comparison {
  return (text) => {
    const actual = parse(text)
    if (actual === undefined || expected === undefined) return false
    switch (comparison) {
      case 'lessThan':
        return actual < expected
      case 'lessThanEquals':
        return actual <= expected
      case 'greaterThan':
        return actual > expected
      case 'greaterThanEquals':
        return actual >= expected
      default:
        return actual === expected
    }
  }
}

function decodeBase64(text: string): string | undefined {
  try {
    return atob(text)
  } catch {
    return undefined
  }
}
