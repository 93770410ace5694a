import { S3Error } from '../errors.ts'
import type { ObjectVersion } from '../model.ts'

type Find = (name: string) => string | undefined

/**
 * Conditional reads in RFC 9110's order (section 13.2.2): a match by entity tag stands above one by
 * date.
 *
 * @returns whether the client's copy is still good (304).
 * @throws PreconditionFailed
 */
export function isNotModified(find: Find, version: ObjectVersion): boolean {
  checkMatch(find, version, 'if-match', 'if-unmodified-since')
  const noneMatch = find('if-none-match')
  if (noneMatch !== undefined) return matchesEtag(noneMatch, version.etag)
  const since = parseDate(find('if-modified-since'))
  return since !== undefined && seconds(version.lastModifiedMs) <= seconds(since)
}

/** Conditions on the source of a copy: a failed one is always 412. @throws PreconditionFailed */
export function checkCopySource(find: Find, version: ObjectVersion): void {
  const prefixed: Find = (name) => find(`x-amz-copy-source-${name}`)
  checkMatch(prefixed, version, 'if-match', 'if-unmodified-since')
  const noneMatch = prefixed('if-none-match')
  if (noneMatch !== undefined) {
    if (matchesEtag(noneMatch, version.etag)) throw failed('x-amz-copy-source-If-None-Match')
    return
  }
  const since = parseDate(prefixed('if-modified-since'))
  if (since !== undefined && seconds(version.lastModifiedMs) <= seconds(since)) {
    throw failed('x-amz-copy-source-If-Modified-Since')
  }
}

/** @throws NotImplemented for forms of the write conditions that S3 does not take. */
export function checkWriteConditionsSupported(find: Find): void {
  const noneMatch = find('if-none-match')
  const match = find('if-match')
  if ((noneMatch !== undefined && noneMatch !== '*') || match === '*' || (match && noneMatch)) {
    throw new S3Error('NotImplemented', {
      details: { Header: noneMatch === undefined ? 'If-Match' : 'If-None-Match' },
    })
  }
}

/**
 * Conditions on what is overwritten; call it where the row is written.
 *
 * @throws PreconditionFailed, NoSuchKey
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function checkWriteConditions(
  find: Find,
  findCurrent: () => ObjectVersion | undefined,
): void {
  if (find('if-none-match') === '*' && findCurrent()) throw failed('If-None-Match')
  const match = find('if-match')
  if (match === undefined) return
  const current = findCurrent()
  if (!current) throw new S3Error('NoSuchKey')
  if (!matchesEtag(match, current.etag)) throw failed('If-Match')
}

/** Whether a `Range` still counts: `If-Range` names the version that it is a range of. */
export function isRangeCurrent(ifRange: string | undefined, version: ObjectVersion): boolean {
  if (ifRange === undefined) return true
  const date = parseDate(ifRange)
  if (date !== undefined) return seconds(date) === seconds(version.lastModifiedMs)
  return matchesEtag(ifRange, version.etag)
}

function checkMatch(find: Find, version: ObjectVersion, match: string, unmodified: string): void {
  const tags = find(match)
  if (tags !== undefined) {
    if (!matchesEtag(tags, version.etag)) throw failed('If-Match')
    return
  }
  const since = parseDate(find(unmodified))
  if (since !== undefined && seconds(version.lastModifiedMs) > seconds(since)) {
    throw failed('If-Unmodified-Since')
  }
}

function matchesEtag(list: string, etag: string): boolean {
  return list.split(',').some((candidate) => {
    const tag = candidate.trim()
    return tag === '*' || tag.replace(/^W\//, '').replace(/^"(.*)"$/, '$1') === etag
  })
}

/** Undefined for what is no date: such a condition is ignored (RFC 9110, section 13.1.3). */
function parseDate(text: string | undefined): number | undefined {
  const time = text === undefined || !/[a-z]{3}/i.test(text) ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}

function failed(condition: string): S3Error {
  return new S3Error('PreconditionFailed', { details: { Condition: condition } })
}
