import { S3Error } from '../errors.ts'
import type { Upload } from '../model.ts'
import type { OperationContext } from '../operation.ts'

/** @throws NoSuchUpload */
export function findUpload(context: OperationContext): Upload {
  const { request, bucket, key, uploads } = context
  const upload = uploads.find(bucket.name, key, request.query.get('uploadId') ?? '')
  if (!upload) throw noSuchUpload(context)
  return upload
}

export function noSuchUpload({ request }: OperationContext): S3Error {
  return new S3Error('NoSuchUpload', {
    details: { UploadId: request.query.get('uploadId') ?? '' },
  })
}
