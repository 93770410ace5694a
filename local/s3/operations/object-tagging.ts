import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import { S3Error } from '../errors.ts'
import type { ObjectVersion, Tag } from '../model.ts'
import { checkVersionId } from '../objects/find-readable.ts'
import { readVersionHeader } from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { readTagSet, tagSetElement } from '../tags/tag-document.ts'
import { readDocument } from '../xml/read-document.ts'
import { s3Namespace } from '../xml/xml.ts'

/**
 * GetObjectTagging: a set of none for an object without tags.
 *
 * @throws NoSuchKey, NoSuchVersion, MethodNotAllowed for a delete marker, AccessDenied
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html
 */
export function getObjectTagging(context: OperationContext): Answer {
  const version = findTagged(context)
  return {
    status: 200,
    headers: { ...xmlHeaders, ...readVersionHeader(context.bucket, version) },
    body: xmlDocument(['Tagging', [tagSetElement(version.tags ?? [])]], s3Namespace),
  }
}

/**
 * PutObjectTagging: these tags instead of those that were. Policies may ask which tags they are, so
 * the right is checked once they are known.
 *
 * @throws MalformedXML, InvalidTag, BadRequest, AccessDenied, and what GetObjectTagging throws
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html
 */
export async function putObjectTagging(context: OperationContext): Promise<Answer> {
  const { request, rights, bucket, key } = context
  const action = taggingAction('Put', request.query.get('versionId'))
  const tags = readTagSet(await readDocument(context, 'Tagging'))
  rights.check(action, bucket, key, { tags })
  return { status: 200, headers: setTags(context, tags) }
}

/**
 * DeleteObjectTagging: the whole set.
 *
 * @throws what GetObjectTagging throws
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html
 */
export function deleteObjectTagging(context: OperationContext): Answer {
  return { status: 204, headers: setTags(context, []) }
}

export function taggingAction(
  verb: 'Get' | 'Put' | 'Delete',
  versionId: string | undefined,
): string {
  return `s3:${verb}Object${versionId === undefined ? '' : 'Version'}Tagging`
}

function setTags(context: OperationContext, tags: readonly Tag[]): Record<string, string> {
  const { runtime, bucket, objects } = context
  return runtime.store.transaction(() => {
    const version = findTagged(context)
    objects.setTags(bucket.name, version, tags)
    return readVersionHeader(bucket, version)
  })
}

/** A delete marker has no tags and says so, the newest version as well as one that is named. */
function findTagged({ request, rights, bucket, key, objects }: OperationContext): ObjectVersion {
  const { method, query } = request
  const versionId = query.get('versionId')
  const version =
    versionId === undefined
      ? objects.findHead(bucket.name, key)
      : objects.findVersion(bucket.name, key, versionId)
  if (version?.kind === 'object') return version
  if (version) {
    throw new S3Error('MethodNotAllowed', {
      details: { Method: method, ResourceType: 'DeleteMarker' },
      headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId },
    })
  }
  if (versionId !== undefined) {
    checkVersionId(bucket, versionId)
    throw new S3Error('NoSuchVersion', { details: { Key: key, VersionId: versionId } })
  }
  const missing = rights.missing(bucket, key)
  // S3 names the bucket with the key here, and nowhere else.
  throw method === 'GET' && missing.code === 'NoSuchKey'
    ? new S3Error('NoSuchKey', { details: { Key: `${bucket.name}/${key}` } })
    : missing
}
