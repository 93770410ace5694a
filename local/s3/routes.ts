import { S3Error } from './errors.ts'
import { readAction } from './objects/find-readable.ts'
import { checkNotMissing, isSubresource } from './missing-operations.ts'
import type { Operation, ServiceOperation } from './operation.ts'
import { abortMultipartUpload } from './operations/abort-multipart-upload.ts'
import { getBucketLocation, getBucketVersioning, headBucket } from './operations/bucket-facts.ts'
import { completeMultipartUpload } from './operations/complete-multipart-upload.ts'
import { copyObject } from './operations/copy-object.ts'
import { createMultipartUpload } from './operations/create-multipart-upload.ts'
import { deleteAction, deleteObject } from './operations/delete-object.ts'
import { deleteObjects } from './operations/delete-objects.ts'
import { getObject } from './operations/get-object.ts'
import { attributesAction, getObjectAttributes } from './operations/get-object-attributes.ts'
import { listBuckets } from './operations/list-buckets.ts'
import { listMultipartUploads } from './operations/list-multipart-uploads.ts'
import { listObjects } from './operations/list-objects.ts'
import { listObjectsV2 } from './operations/list-objects-v2.ts'
import { listObjectVersions } from './operations/list-object-versions.ts'
import { listParts } from './operations/list-parts.ts'
import {
  deleteObjectTagging,
  getObjectTagging,
  putObjectTagging,
  taggingAction,
} from './operations/object-tagging.ts'
import { putObject } from './operations/put-object.ts'
import { uploadPartCopy } from './operations/upload-part-copy.ts'
import { uploadPart } from './operations/upload-part.ts'
import type { S3Request } from './request.ts'

/**
 * Which operation a request means, with the IAM action that it needs.
 *
 * @throws NotImplemented, MethodNotAllowed
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function findOperation(request: S3Request): Operation {
  checkNotMissing(request)
  const operation = request.key === '' ? onBucket(request) : onObject(request)
  if (operation) return operation
  throw methodNotAllowed(request)
}

/**
 * What of the service itself is asked for, no bucket named.
 *
 * @throws MethodNotAllowed
 */
export function findServiceOperation(request: S3Request): ServiceOperation {
  if (request.method === 'GET') {
    return { name: 'ListBuckets', action: 's3:ListAllMyBuckets', run: listBuckets }
  }
  throw methodNotAllowed(request)
}

function onBucket({ method, query }: S3Request): Operation | undefined {
  if (method === 'HEAD') return { name: 'HeadBucket', action: 's3:ListBucket', run: headBucket }
  if (method === 'POST' && query.has('delete')) {
    return { name: 'DeleteObjects', action: undefined, run: deleteObjects }
  }
  if (method !== 'GET') return undefined
  if (query.has('location')) {
    return { name: 'GetBucketLocation', action: 's3:GetBucketLocation', run: getBucketLocation }
  }
  if (query.has('versioning')) {
    const action = 's3:GetBucketVersioning'
    return { name: 'GetBucketVersioning', action, run: getBucketVersioning }
  }
  if (query.has('versions')) {
    const action = 's3:ListBucketVersions'
    return { name: 'ListObjectVersions', action, run: listObjectVersions }
  }
  if (query.has('uploads')) {
    const action = 's3:ListBucketMultipartUploads'
    return { name: 'ListMultipartUploads', action, run: listMultipartUploads }
  }
  if (query.pairs.some(([name]) => isSubresource(name))) return undefined
  return query.get('list-type') === '2'
    ? { name: 'ListObjectsV2', action: 's3:ListBucket', run: listObjectsV2 }
    : { name: 'ListObjects', action: 's3:ListBucket', run: listObjects }
}

function onObject(request: S3Request): Operation | undefined {
  const { method, query } = request
  const isOfUpload = query.has('uploadId')
  if (method === 'POST') {
    const action = 's3:PutObject'
    if (query.has('uploads')) {
      return { name: 'CreateMultipartUpload', action, run: createMultipartUpload }
    }
    if (isOfUpload) return { name: 'CompleteMultipartUpload', action, run: completeMultipartUpload }
    return undefined
  }
  if (method === 'GET' && query.has('attributes')) {
    const action = attributesAction(query.get('versionId'))
    return { name: 'GetObjectAttributes', action, run: getObjectAttributes }
  }
  if (query.has('tagging')) return onTagging(request)
  if (query.pairs.some(([name]) => isSubresource(name))) return undefined
  const isCopy = request.header('x-amz-copy-source') !== undefined
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (isOfUpload && method === 'GET') {
        return { name: 'ListParts', action: 's3:ListMultipartUploadParts', run: listParts }
      }
      return {
        name: method === 'GET' ? 'GetObject' : 'HeadObject',
        action: readAction(query.get('versionId')),
        run: getObject,
      }
    case 'PUT':
      if (isOfUpload || query.has('partNumber')) {
        return isCopy
          ? { name: 'UploadPartCopy', action: 's3:PutObject', run: uploadPartCopy }
          : { name: 'UploadPart', action: 's3:PutObject', run: uploadPart }
      }
      return isCopy
        ? { name: 'CopyObject', action: 's3:PutObject', run: copyObject }
        : { name: 'PutObject', action: 's3:PutObject', run: putObject }
    case 'DELETE':
      if (isOfUpload) {
        return {
          name: 'AbortMultipartUpload',
          action: 's3:AbortMultipartUpload',
          run: abortMultipartUpload,
        }
      }
      return {
        name: 'DeleteObject',
        action: deleteAction(query.get('versionId')),
        run: deleteObject,
      }
    default:
      return undefined
  }
}

function onTagging({ method, query }: S3Request): Operation | undefined {
  const versionId = query.get('versionId')
  switch (method) {
    case 'GET':
      return {
        name: 'GetObjectTagging',
        action: taggingAction('Get', versionId),
        run: getObjectTagging,
      }
    case 'PUT':
      return { name: 'PutObjectTagging', action: undefined, run: putObjectTagging }
    case 'DELETE':
      return {
        name: 'DeleteObjectTagging',
        action: taggingAction('Delete', versionId),
        run: deleteObjectTagging,
      }
    default:
      return undefined
  }
}

function methodNotAllowed({ method, bucketName, key }: S3Request): S3Error {
  const ResourceType = bucketName === undefined ? 'SERVICE' : key === '' ? 'BUCKET' : 'OBJECT'
  return new S3Error('MethodNotAllowed', { details: { Method: method, ResourceType } })
}
