import { isObject } from '../../core/encoding/is-object.ts'
import { UserPoolError } from '../errors.ts'

/**
 * Readers of what a function answers. A member of another type than its own is no answer, and ends the
 * call: to pass over a `failAuthentication` that is written another way would let somebody in.
 */

/** Functions in typed languages may return flags as text. @throws InvalidLambdaResponseException */
export function readFlag(value: unknown): boolean {
  if (value === undefined || value === null) return false
  if (value === true || value === 'true') return true
  if (value === false || value === 'false') return false
  throw unrecognizable()
}

/**
 * Functions in typed languages return an empty text for what they do not set.
 *
 * @throws InvalidLambdaResponseException
 */
export function readText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  throw unrecognizable()
}

/** @throws InvalidLambdaResponseException */
export function readTexts(value: unknown): readonly string[] {
  if (value === undefined || value === null) return []
  const isOfTexts = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((item) => typeof item === 'string')
  if (isOfTexts(value)) return value
  throw unrecognizable()
}

/** @throws InvalidLambdaResponseException */
export function readObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined || value === null) return undefined
  if (isObject(value)) return value
  throw unrecognizable()
}

/** An object whose values are texts. @throws InvalidLambdaResponseException */
export function readTextMap(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(readObject(value) ?? {}).map(([name, text]) => {
    if (typeof text !== 'string') throw unrecognizable()
    return [name, text] as const
  })
  return Object.fromEntries(entries)
}

export function unrecognizable(): UserPoolError {
  return new UserPoolError('InvalidLambdaResponseException', 'Unrecognizable lambda output')
}
