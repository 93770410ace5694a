import { parseIpRange } from '../match/ip-range.ts'
import { parseList, parseObject } from './json.ts'
import { operators, type Operator } from '../match/operators.ts'
import { parseArnPattern, parseText } from './parse-text.ts'
import type { Condition } from './policy.ts'
import { inside, refuse, type Place } from './policy-error.ts'
import { hasVariables } from '../match/pattern.ts'
import { parseDateMs, parseNumber } from '../match/values.ts'

/** A `Condition` block: operator → key → values, flattened to one entry per operator and key. */
export function parseConditions(json: unknown, place: Place): Condition[] {
  return Object.entries(parseObject(json, place)).flatMap(([name, block]) => {
    const here = inside(place, name)
    const { base, operator, qualifier, ifExists } = parseOperator(name, here)
    return Object.entries(parseObject(block, here)).map(([key, values]): Condition => {
      const there = inside(here, key)
      if (!/^[^\s:]+:\S(?:.*\S)?$/.test(key)) refuse(there, 'not a condition key')
      return {
        operator: base,
        ...(qualifier && { qualifier }),
        ifExists,
        key,
        values: parseList(values, (value, at) => parseValue(operator, value, at), there),
      }
    })
  })
}

function parseOperator(name: string, place: Place) {
  const found = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name)
  const base = found?.[2] ?? ''
  const operator = operators.get(base)
  if (!operator) return refuse(place, 'unknown condition operator')
  const qualifier = found?.[1] as Condition['qualifier']
  const ifExists = found?.[3] !== undefined
  if (operator.family === 'Null' && (ifExists || qualifier)) {
    refuse(place, 'Null takes neither a qualifier nor IfExists')
  }
  return { base, operator, qualifier, ifExists }
}

/** JSON numbers and booleans are as good as their strings. */
function parseValue(operator: Operator, json: unknown, place: Place): string {
  if (typeof json !== 'string' && typeof json !== 'number' && typeof json !== 'boolean') {
    return refuse(place, 'expected a string, number or boolean')
  }
  const value = String(json)
  if (operator.family === 'Arn') parseArnPattern(value, place)
  else if (operator.family === 'String') parseText(value, place)
  else checkPlainValue(operator.family, value, place)
  return value
}

/** Of these operators the values are literal: IAM takes variables with String and Arn only. */
function checkPlainValue(
  family: Exclude<Operator['family'], 'String' | 'Arn'>,
  value: string,
  place: Place,
): void {
  if (value.includes('${') && hasVariables(parseText(value, place))) {
    refuse(place, 'policy variables work with String and Arn operators only')
  }
  const problem = {
    Numeric: () => (parseNumber(value) === undefined ? 'not a number' : ''),
    Date: () => (parseDateMs(value) === undefined ? 'not an ISO 8601 date or epoch seconds' : ''),
    Bool: () => (/^(true|false)$/i.test(value) ? '' : 'neither true nor false'),
    Null: () => (/^(true|false)$/i.test(value) ? '' : 'neither true nor false'),
    Binary: () =>
      /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value)
        ? ''
        : 'not base64',
    IpAddress: () => (parseIpRange(value) ? '' : 'not an IP address or CIDR range'),
  }[family]()
  if (problem) refuse(place, `"${value}" is ${problem}`)
}
