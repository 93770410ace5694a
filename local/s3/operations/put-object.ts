import { toHex } from '../../core/encoding/hex.ts'
import { checksumHeaders, defaultChecksum } from '../checksums/checksums.ts'
import { checkWriteConditions, checkWriteConditionsSupported } from '../objects/conditions.ts'
import {
  encryptionHeader,
  readMetadata,
  readStoredHeaders,
  versionHeader,
} from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { openPayload } from '../payload/payload.ts'
import { checksumOf, keepBlob } from '../payload/store-body.ts'
import { readRequestTags } from '../tags/request-tags.ts'

/**
 * PutObject: stores the body under the key, whole or not at all.
 *
 * @throws MetadataTooLarge, NotImplemented, PreconditionFailed, NoSuchKey, and what the payload
 *   throws. Conditions are checked where the row is written.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export async function putObject(context: OperationContext): Promise<Answer> {
  const { runtime, request, identity, rights, bucket, key, objects, garbage } = context
  const condition = (name: string) => request.header(name)
  checkWriteConditionsSupported(condition)
  // S3 asks for it, since the answer tells what is there.
  if (condition('if-match') !== undefined) rights.check('s3:GetObject', bucket, key)
  const headers = readStoredHeaders(request)
  const metadata = readMetadata(request)
  const tags = readRequestTags(context)
  const payload = openPayload(runtime.crypto, request, identity, { fallback: defaultChecksum })

  const blob = await runtime.blobs.write(payload.chunks)
  const { md5, checksum } = payload.facts()
  const version = await keepBlob(context, blob, () => {
    checkWriteConditions(condition, key, () => objects.find(bucket.name, key))
    return objects.put(bucket, key, {
      blobId: blob.id,
      sizeBytes: blob.sizeBytes,
      etag: toHex(md5),
      headers,
      metadata,
      ...(tags && { tags }),
      ...checksumOf(checksum),
    })
  })
  await garbage.collect()
  return {
    status: 200,
    headers: {
      etag: `"${version.etag}"`,
      ...versionHeader(version),
      ...encryptionHeader,
      ...(bucket.encryption && { 'x-amz-server-side-encryption': bucket.encryption }),
      ...checksumHeaders(version.checksum),
    },
  }
}
