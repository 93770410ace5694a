import type { BucketConfig } from '../config.ts'
import { S3Error } from '../errors.ts'
import { checkCurrent } from '../objects/conditions.ts'
import { checkVersionId } from '../objects/find-readable.ts'
import type { Answer, OperationContext } from '../operation.ts'

/**
 * DeleteObject: answers the same whether there was an object or not, unless `If-Match` asks.
 *
 * @throws PreconditionFailed, NoSuchKey, InvalidArgument
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export async function deleteObject(context: OperationContext): Promise<Answer> {
  const { runtime, request, garbage } = context
  const target: Target = {
    key: context.key,
    versionId: request.query.get('versionId'),
    match: request.header('if-match'),
  }
  checkNoGovernance(context)
  checkMayCompare(context, target)
  const removal = runtime.store.transaction(() => removeOne(context, target, checkVersionId))
  await garbage.collect()
  return {
    status: 204,
    headers: {
      ...(removal.versionId !== undefined && { 'x-amz-version-id': removal.versionId }),
      ...(removal.isMarker && { 'x-amz-delete-marker': 'true' }),
    },
  }
}

export interface Removal {
  /** Of the marker that was left, or of the version that is gone. */
  versionId?: string
  isMarker: boolean
}

export interface Target {
  key: string
  /** As on the wire; undefined leaves the current version below a marker. */
  versionId: string | undefined
  /** The entity tag that the current version has to have. */
  match: string | undefined
}

/**
 * Within a transaction.
 *
 * @param checkMissing What is said of an id that no version has.
 * @throws PreconditionFailed, NoSuchKey, and what `checkMissing` throws
 */
export function removeOne(
  { bucket, objects, uploads }: OperationContext,
  { key, versionId, match }: Target,
  checkMissing: (bucket: BucketConfig, versionId: string) => void,
): Removal {
  if (match !== undefined) checkCurrent(match, key, objects.find(bucket.name, key))
  uploads.noteDelete(bucket.name, key)
  if (versionId === undefined) {
    const marker = objects.remove(bucket, key)
    return marker ? { versionId: marker.versionId, isMarker: true } : { isMarker: false }
  }
  const removed = objects.removeVersion(bucket.name, key, versionId)
  if (!removed) checkMissing(bucket, versionId)
  return { versionId, isMarker: removed?.kind === 'marker' }
}

/** S3 asks for the right to read, since the answer tells what is there; `*` tells less. */
export function checkMayCompare(
  { rights, bucket }: OperationContext,
  { key, match }: Target,
): void {
  if (match !== undefined && match !== '*') rights.check('s3:GetObject', bucket, key)
}

/** No bucket here has object lock. @throws InvalidArgument */
export function checkNoGovernance({ request }: OperationContext): void {
  if (request.header('x-amz-bypass-governance-retention') === undefined) return
  throw new S3Error('InvalidArgument', {
    message: 'x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.',
    details: { ArgumentName: 'x-amz-bypass-governance-retention' },
  })
}

/** The action to delete an object, or one of its versions for good. */
export function deleteAction(versionId: string | undefined): string {
  return versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion'
}
