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
import { listObjects } from './operations/list-objects.ts'
import { listObjectsV2 } from './operations/list-objects-v2.ts'
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
  if (request.method === 'GET') return { action: 's3:ListAllMyBuckets', run: listBuckets }
  throw methodNotAllowed(request)
}

function onBucket({ method, query }: S3Request): Operation | undefined {
  if (method === 'HEAD') return { action: 's3:ListBucket', run: headBucket }
  if (method === 'POST' && query.has('delete')) return { action: undefined, run: deleteObjects }
  if (method !== 'GET') return undefined
  if (query.has('location')) return { action: 's3:GetBucketLocation', run: getBucketLocation }
  if (query.has('versioning')) return { action: 's3:GetBucketVersioning', run: getBucketVersioning }
  if (query.pairs.some(([name]) => isSubresource(name))) return undefined
  return {
    action: 's3:ListBucket',
    run: query.get('list-type') === '2' ? listObjectsV2 : listObjects,
  }
}

function onObject(request: S3Request): Operation | undefined {
  const { method, query } = request
  const isOfUpload = query.has('uploadId')
  if (method === 'POST') {
    if (query.has('uploads')) return { action: 's3:PutObject', run: createMultipartUpload }
    if (isOfUpload) return { action: 's3:PutObject', run: completeMultipartUpload }
    return undefined
  }
  if (method === 'GET' && query.has('attributes')) {
    return { action: attributesAction(query.get('versionId')), run: getObjectAttributes }
  }
  if (query.has('tagging')) return onTagging(request)
  if (query.pairs.some(([name]) => isSubresource(name))) return undefined
  const isCopy = request.header('x-amz-copy-source') !== undefined
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (isOfUpload && method === 'GET') {
        return { action: 's3:ListMultipartUploadParts', run: listParts }
      }
      return { action: readAction(query.get('versionId')), run: getObject }
    case 'PUT':
      if (isOfUpload || query.has('partNumber')) {
        return { action: 's3:PutObject', run: isCopy ? uploadPartCopy : uploadPart }
      }
      return { action: 's3:PutObject', run: isCopy ? copyObject : putObject }
    case 'DELETE':
      if (isOfUpload) return { action: 's3:AbortMultipartUpload', run: abortMultipartUpload }
      return { action: deleteAction(query.get('versionId')), run: deleteObject }
    default:
      return undefined
  }
}

function onTagging({ method, query }: S3Request): Operation | undefined {
  const versionId = query.get('versionId')
  switch (method) {
    case 'GET':
      return { action: taggingAction('Get', versionId), run: getObjectTagging }
    case 'PUT':
      return { action: undefined, run: putObjectTagging }
    case 'DELETE':
      return { action: taggingAction('Delete', versionId), run: deleteObjectTagging }
    default:
      return undefined
  }
}

function methodNotAllowed({ method, bucketName, key }: S3Request): S3Error {
  const ResourceType = bucketName === undefined ? 'SERVICE' : key === '' ? 'BUCKET' : 'OBJECT'
  return new S3Error('MethodNotAllowed', { details: { Method: method, ResourceType } })
}
