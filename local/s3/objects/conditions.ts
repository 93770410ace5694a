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
export function isNotModified(find: Find, version: ObjectVersion, nowMs: number): boolean {
  return failsToBeNew(find, version, nowMs, '') !== undefined
}

/** Conditions on the source of a copy: a failed one is always 412. @throws PreconditionFailed */
export function checkCopySource(find: Find, version: ObjectVersion, nowMs: number): void {
  const prefix = 'x-amz-copy-source-'
  const prefixed: Find = (name) => find(prefix + name)
  const condition = failsToBeNew(prefixed, version, nowMs, prefix)
  if (condition !== undefined) throw failed(condition)
}

/** @throws NotImplemented for forms of the write conditions that S3 does not take. */
export function checkWriteConditionsSupported(find: Find): void {
  const noneMatch = find('if-none-match')
  const match = find('if-match')
  if (match !== undefined && noneMatch !== undefined) {
    throw notTaken(
      'If-Match,If-None-Match',
      'Multiple conditional request headers present in the request',
    )
  }
  if (match === '*') throw notTaken('If-Match')
  if (noneMatch !== undefined && noneMatch !== '*') throw notTaken('If-None-Match')
}

/**
 * Conditions on what is overwritten; call it where the row is written.
 *
 * @throws PreconditionFailed, NoSuchKey
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function checkWriteConditions(
  find: Find,
  key: string,
  findCurrent: () => ObjectVersion | undefined,
): void {
  if (find('if-none-match') === '*' && findCurrent()) throw failed('If-None-Match')
  const match = find('if-match')
  if (match !== undefined) checkCurrent(match, key, findCurrent())
}

/**
 * The condition of a delete, of which `*` wants any object to be there; it is of the current version,
 * whichever is deleted. Call it where the row is dropped.
 *
 * @throws PreconditionFailed, NoSuchKey
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
 */
export function checkCurrent(
  match: string,
  key: string,
  current: ObjectVersion | undefined,
): asserts current {
  if (!current) throw new S3Error('NoSuchKey', { details: { Key: key } })
  if (!matchesEtag(match, current.etag)) throw failed('If-Match')
}

/** Whether a `Range` still counts: `If-Range` names the version that it is a range of. */
export function isRangeCurrent(ifRange: string | undefined, version: ObjectVersion): boolean {
  if (ifRange === undefined) return true
  const date = parseDate(ifRange)
  if (date !== undefined) return seconds(date) === seconds(version.lastModifiedMs)
  return matchesEtag(ifRange, version.etag)
}

/**
 * @param prefix Of the conditions' names in an error.
 * @returns the condition by which the client has this version already.
 * @throws PreconditionFailed
 */
function failsToBeNew(
  find: Find,
  { etag, lastModifiedMs }: ObjectVersion,
  nowMs: number,
  prefix: string,
): string | undefined {
  const match = find('if-match')
  if (match === undefined) {
    const unmodified = parseDate(find('if-unmodified-since'))
    if (unmodified !== undefined && seconds(lastModifiedMs) > seconds(unmodified)) {
      throw failed(`${prefix}If-Unmodified-Since`)
    }
  } else if (!matchesEtag(match, etag)) throw failed(`${prefix}If-Match`)

  const noneMatch = find('if-none-match')
  if (noneMatch !== undefined) {
    return matchesEtag(noneMatch, etag) ? `${prefix}If-None-Match` : undefined
  }
  const since = parseDate(find('if-modified-since'))
  // A date to come says nothing (RFC 9110, section 13.1.3), since no clock that is right gave it.
  if (since === undefined || seconds(since) > seconds(nowMs)) return undefined
  return seconds(lastModifiedMs) <= seconds(since) ? `${prefix}If-Modified-Since` : undefined
}

/** S3 takes a tag with its quotes, without them, or with one of them. */
function matchesEtag(list: string, etag: string): boolean {
  return list.split(',').some((candidate) => {
    const tag = candidate.trim()
    return tag === '*' || tag.replace(/^W\//, '').replace(/^"|"$/g, '') === etag
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

function notTaken(
  header: string,
  additionalMessage = `We don't accept the provided value of ${header} header for this API`,
): S3Error {
  return new S3Error('NotImplemented', { details: { Header: header, additionalMessage } })
}
