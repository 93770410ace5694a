import type { BucketConfig } from '../config.ts'
import { invalidArgument, S3Error } from '../errors.ts'
import type { ObjectVersion } from '../model.ts'
import type { OperationContext } from '../operation.ts'
import { isVersionId } from './version-id.ts'

/**
 * The object to read, the right to read it already checked.
 *
 * @param versionId As on the wire; undefined means the current one.
 * @throws NoSuchKey or AccessDenied when there is none, NoSuchVersion or InvalidArgument,
 *   MethodNotAllowed for a delete marker that is asked for by its id.
 */
export function findReadable(
  { objects, rights }: OperationContext,
  bucket: BucketConfig,
  key: string,
  versionId: string | undefined,
): ObjectVersion {
  const version =
    versionId === undefined
      ? objects.findHead(bucket.name, key)
      : objects.findVersion(bucket.name, key, versionId)
  if (version?.kind === 'object') return version
  if (version) {
    const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId }
    throw versionId === undefined
      ? rights.missing(bucket, key, headers)
      : new S3Error('MethodNotAllowed', {
          details: { Method: 'GET', ResourceType: 'DeleteMarker' },
          headers: {
            ...headers,
            allow: 'DELETE',
            'last-modified': new Date(version.lastModifiedMs).toUTCString(),
          },
        })
  }
  if (versionId === undefined) throw rights.missing(bucket, key)
  checkVersionId(bucket, versionId)
  throw new S3Error('NoSuchVersion', { details: { Key: key, VersionId: versionId } })
}

/**
 * For an id that no version has: it may have had one, unless nobody was ever given it.
 *
 * @throws InvalidArgument
 */
export function checkVersionId(bucket: BucketConfig, id: string): void {
  if (id === 'null' || (hasVersions(bucket) && isVersionId(id))) return
  throw invalidArgument('Invalid version id specified', 'versionId', id)
}

/** Or has had them. */
export function hasVersions({ versioning, versioningSuspended }: BucketConfig): boolean {
  return versioning || versioningSuspended === true
}

/** The action to read an object, or one of its versions. */
export function readAction(versionId: string | undefined): string {
  return versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion'
}
