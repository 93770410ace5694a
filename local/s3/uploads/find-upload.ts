import { S3Error } from '../errors.ts'
import type { Upload } from '../model.ts'
import type { OperationContext } from '../operation.ts'

/** @throws NoSuchUpload */
export function findUpload({ request, bucket, key, uploads }: OperationContext): Upload {
  const id = request.query.get('uploadId') ?? ''
  const upload = uploads.find(bucket.name, key, id)
  if (!upload) throw new S3Error('NoSuchUpload', { details: { UploadId: id } })
  return upload
}
