import type { BucketConfig } from '../config.ts'
import type { Objects } from '../objects/objects.ts'
import type { Answer, OperationContext } from '../operation.ts'

/**
 * DeleteObject: answers the same whether there was an object or not.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export async function deleteObject(context: OperationContext): Promise<Answer> {
  const { runtime, request, bucket, key, objects, garbage } = context
  const versionId = request.query.get('versionId')
  const removal = runtime.store.transaction(() => removeOne(objects, bucket, key, versionId))
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

/** Within a transaction. */
export function removeOne(
  objects: Objects,
  bucket: BucketConfig,
  key: string,
  versionId: string | undefined,
): Removal {
  if (versionId === undefined) {
    const marker = objects.remove(bucket, key)
    return marker ? { versionId: marker.versionId, isMarker: true } : { isMarker: false }
  }
  const removed = objects.removeVersion(bucket.name, key, versionId)
  return { versionId, isMarker: removed?.kind === 'marker' }
}

/** The action to delete an object, or one of its versions for good. */
export function deleteAction(versionId: string | undefined): string {
  return versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion'
}
