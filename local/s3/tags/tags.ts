import { invalidArgument, S3Error } from '../errors.ts'
import type { Tag } from '../model.ts'
import { parseQuery } from '../query.ts'

const maxTags = 10
const maxKeyLength = 128
const maxValueLength = 256
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

const wrongHeader =
  "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates."

/**
 * `x-amz-tagging`: tags as a query string, a name alone being a tag without a value.
 *
 * @throws InvalidArgument, InvalidTag, BadRequest
 */
export function parseTagging(header: string): Tag[] {
  const tags = parsePairs(header).map(([key, value]) => ({ key, value }))
  const keys = new Set(tags.map(({ key }) => key))
  const isSound = tags.every(({ key, value }) => allowed.test(key) && allowed.test(value))
  if (!isSound || keys.size < tags.length) throw wrong(header)
  checkTags(tags)
  return tags
}

/** @throws InvalidTag, BadRequest */
export function checkTags(tags: readonly Tag[]): void {
  const keys = new Set<string>()
  for (const { key, value } of tags) {
    if (keys.has(key)) throw invalidTag('Cannot provide multiple Tags with the same key', key)
    if (key.startsWith('aws:')) throw invalidTag('Your TagKey cannot be prefixed with aws:', key)
    if (key === '' || !allowed.test(key)) {
      throw invalidTag('The TagKey you have provided is invalid', key)
    }
    if (key.length > maxKeyLength) {
      throw invalidTag(`The TagKey provided is too long, max allowed is ${maxKeyLength}`, key)
    }
    if (!allowed.test(value)) {
      throw invalidTag('The TagValue you have provided is invalid', key, value)
    }
    if (value.length > maxValueLength) {
      const message = `The TagValue provided is too long, max allowed is ${maxValueLength}`
      throw invalidTag(message, key, value)
    }
    keys.add(key)
  }
  if (tags.length > maxTags) {
    throw new S3Error('BadRequest', { message: `Object tags cannot be greater than ${maxTags}` })
  }
}

function parsePairs(header: string): readonly (readonly [key: string, value: string])[] {
  try {
    return parseQuery(header).pairs
  } catch {
    throw wrong(header)
  }
}

function wrong(header: string): S3Error {
  return invalidArgument(wrongHeader, 'x-amz-tagging', header)
}

function invalidTag(message: string, TagKey: string, TagValue?: string): S3Error {
  return new S3Error('InvalidTag', {
    message,
    details: { TagKey, ...(TagValue !== undefined && { TagValue }) },
  })
}
