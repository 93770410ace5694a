import { findUpload } from '../uploads/find-upload.ts'
import type { Answer, OperationContext } from '../operation.ts'

/**
 * AbortMultipartUpload: frees the parts that have arrived; those on their way find no upload.
 *
 * @throws NoSuchUpload
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html
 */
export async function abortMultipartUpload(context: OperationContext): Promise<Answer> {
  const { runtime, uploads, garbage } = context
  runtime.store.transaction(() => uploads.remove(findUpload(context).id))
  await garbage.collect()
  return { status: 204 }
}
