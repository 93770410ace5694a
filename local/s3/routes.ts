import { S3Error } from './errors.ts'
import { readAction } from './objects/find-readable.ts'
import type { Operation } from './operation.ts'
import { abortMultipartUpload } from './operations/abort-multipart-upload.ts'
import { getBucketLocation, getBucketVersioning, headBucket } from './operations/bucket-facts.ts'
import { completeMultipartUpload } from './operations/complete-multipart-upload.ts'
import { copyObject } from './operations/copy-object.ts'
import { createMultipartUpload } from './operations/create-multipart-upload.ts'
import { deleteAction, deleteObject } from './operations/delete-object.ts'
import { deleteObjects } from './operations/delete-objects.ts'
import { getObject } from './operations/get-object.ts'
import { listObjectsV2 } from './operations/list-objects-v2.ts'
import { listParts } from './operations/list-parts.ts'
import { putObject } from './operations/put-object.ts'
import { uploadPart } from './operations/upload-part.ts'
import type { S3Request } from './request.ts'

/** Query parameters that stand for a part of a bucket or object which is not kept here. */
const otherSubresources = new Set([
  'accelerate',
  'acl',
  'analytics',
  'annotation',
  'annotations',
  'attributes',
  'cors',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'logging',
  'metadataTable',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'renameObject',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'session',
  'tagging',
  'torrent',
  'versions',
  'website',
])

/**
 * Which operation a request means, with the IAM action that it needs.
 *
 * @throws NotImplemented, MethodNotAllowed
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function findOperation(request: S3Request): Operation {
  if (request.query.pairs.some(([name]) => otherSubresources.has(name))) {
    throw new S3Error('NotImplemented')
  }
  const operation = request.key === '' ? onBucket(request) : onObject(request)
  if (operation) return operation
  throw new S3Error('MethodNotAllowed', {
    details: { Method: request.method, ResourceType: request.key === '' ? 'BUCKET' : 'OBJECT' },
  })
}

function onBucket({ method, query }: S3Request): Operation | undefined {
  switch (method) {
    case 'HEAD':
      return { action: 's3:ListBucket', run: headBucket }
    case 'GET':
      if (query.has('location')) return { action: 's3:GetBucketLocation', run: getBucketLocation }
      if (query.has('versioning')) {
        return { action: 's3:GetBucketVersioning', run: getBucketVersioning }
      }
      if (query.get('list-type') === '2') return { action: 's3:ListBucket', run: listObjectsV2 }
      throw new S3Error('NotImplemented')
    case 'POST':
      if (query.has('delete')) return { action: undefined, run: deleteObjects }
      return undefined
    default:
      return undefined
  }
}

function onObject(request: S3Request): Operation | undefined {
  const { method, query } = request
  const isOfUpload = query.has('uploadId')
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (isOfUpload && method === 'GET') {
        return { action: 's3:ListMultipartUploadParts', run: listParts }
      }
      if (query.has('partNumber')) throw new S3Error('NotImplemented')
      return { action: readAction(query.get('versionId')), run: getObject }
    case 'PUT':
      if (isOfUpload || query.has('partNumber')) return { action: 's3:PutObject', run: uploadPart }
      return {
        action: 's3:PutObject',
        run: request.header('x-amz-copy-source') === undefined ? putObject : copyObject,
      }
    case 'POST':
      if (query.has('uploads')) return { action: 's3:PutObject', run: createMultipartUpload }
      if (isOfUpload) return { action: 's3:PutObject', run: completeMultipartUpload }
      return undefined
    case 'DELETE':
      if (isOfUpload) return { action: 's3:AbortMultipartUpload', run: abortMultipartUpload }
      return { action: deleteAction(query.get('versionId')), run: deleteObject }
    default:
      return undefined
  }
}
