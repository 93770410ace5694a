import { parseBase64 } from '../../core/encoding/base64.ts'
import { isObject } from '../../core/encoding/is-object.ts'
import { S3Error } from '../errors.ts'

/** What the signer of a form lets it do. */
export interface FormPolicy {
  expiresAtMs: number
  conditions: readonly FormCondition[]
}

/** As it stood, its parts as text: `["eq", "$key", "a"]` of `{"key": "a"}`, too. */
export type FormCondition = readonly [operator: string, left: string, right: string]

/**
 * @param encoded the field, Base64 of JSON.
 * @throws InvalidPolicyDocument
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function parsePolicy(encoded: string): FormPolicy {
  const policy = parseJson(encoded)
  if (!isObject(policy)) throw invalid('Invalid JSON.')
  const { expiration, conditions } = policy
  if (expiration === undefined) throw invalid('Policy missing expiration.')
  if (conditions === undefined) throw invalid('Policy missing conditions.')
  const isTime = typeof expiration === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(expiration)
  const expiresAtMs = isTime ? Date.parse(expiration) : Number.NaN
  if (Number.isNaN(expiresAtMs))
    throw invalid(`Invalid 'expiration' value: ${JSON.stringify(expiration)}`)
  if (!Array.isArray(conditions)) throw invalid('Invalid Conditions: Expecting a list.')
  return { expiresAtMs, conditions: conditions.map(parseCondition) }
}

function parseCondition(condition: unknown): FormCondition {
  if (Array.isArray(condition)) {
    const [operator, left, right, ...more] = condition.map(textOf)
    if (operator === undefined || left === undefined || right === undefined || more.length > 0) {
      throw invalid('Invalid Condition: Conditions must have exactly three elements.')
    }
    if (!['eq', 'starts-with', 'content-length-range'].includes(operator)) {
      throw invalid(`Invalid Condition: Unknown operation: ${operator}`)
    }
    return [operator, left, right]
  }
  const [first, ...more] = isObject(condition) ? Object.entries(condition) : []
  if (!first || more.length > 0) {
    throw invalid(
      'Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.',
    )
  }
  const [name, value] = first
  return ['eq', `$${name}`, textOf(value)]
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw invalid('Invalid Condition: Expecting a string or a number.')
}

function parseJson(encoded: string): unknown {
  const bytes = parseBase64(encoded.replaceAll(/\s/g, ''))
  try {
    if (bytes) return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Said below, as of what is no Base64.
  }
  throw invalid('Invalid JSON.')
}

function invalid(what: string): S3Error {
  return new S3Error('InvalidPolicyDocument', { message: `Invalid Policy: ${what}` })
}
