import { checksumHeaders } from '../checksums/checksums.ts'
import { isNotModified, isRangeCurrent } from '../objects/conditions.ts'
import { findReadable } from '../objects/find-readable.ts'
import type { ObjectVersion } from '../model.ts'
import { objectHeaders, readVersionHeader, validators } from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { findObjectPart, type ObjectPart } from '../objects/object-part.ts'
import { parseRange, type ByteRange } from '../objects/range.ts'
import type { S3Request } from '../request.ts'
import { taggingAction } from './object-tagging.ts'

/**
 * GetObject and HeadObject: an object, one range of it or one part.
 *
 * @throws NoSuchKey, NoSuchVersion, MethodNotAllowed, AccessDenied, PreconditionFailed,
 *   InvalidRange, InvalidArgument, InvalidPartNumber, InvalidRequest
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function getObject(context: OperationContext): Answer {
  const { runtime, request, bucket } = context
  const version = findReadable(context, bucket, context.key, request.query.get('versionId'))
  if (isNotModified((name) => request.header(name), version, runtime.clock.now())) {
    return {
      status: 304,
      headers: { ...validators(version), ...readVersionHeader(bucket, version) },
    }
  }
  const headers = { ...objectHeaders(bucket, version, request), ...tagCount(context, version) }
  const part = findObjectPart(request, version)
  const range = part ? part.range : requestedRange(request, version)
  const length = range ? range.endInclusive - range.start + 1 : version.sizeBytes
  const answer: Answer = {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(length),
      ...part?.headers,
      ...(range && { 'content-range': contentRange(range, version.sizeBytes) }),
      // A checksum of the whole would not fit a range, unless it is one of the whole.
      ...((part ?? length === version.sizeBytes) && wantedChecksum(request, part ?? version)),
    },
  }
  if (request.method === 'HEAD') return answer
  const body = runtime.blobs.read(version.blobId, range)
  if (!body) throw new Error(`The body of version ${version.id} is missing`)
  return { ...answer, body }
}

/** For those who may read the tags. */
function tagCount(
  { request, rights, bucket, key }: OperationContext,
  { tags }: ObjectVersion,
): Record<string, string> {
  const versionId = request.query.get('versionId')
  const isTold = tags && rights.may(taggingAction('Get', versionId), bucket, key, { versionId })
  return isTold ? { 'x-amz-tagging-count': String(tags.length) } : {}
}

function requestedRange({ headers }: S3Request, version: ObjectVersion): ByteRange | undefined {
  if (!isRangeCurrent(headers.get('if-range') ?? undefined, version)) return undefined
  return parseRange(headers.get('range'), version.sizeBytes)
}

function wantedChecksum(
  request: S3Request,
  { checksum }: Pick<ObjectPart, 'checksum'> | ObjectVersion,
): Record<string, string> {
  const isWanted = request.header('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED'
  return isWanted ? checksumHeaders(checksum) : {}
}

function contentRange({ start, endInclusive }: ByteRange, sizeBytes: number): string {
  return `bytes ${start}-${endInclusive}/${sizeBytes}`
}
