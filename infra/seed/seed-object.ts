import { GetObjectCommand, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3'
import type { Target } from './aws.ts'
import type { Made } from './made.ts'
import type { SeedObject } from './seed-file.ts'

/** An object with the same content and type is left alone, so that its date stays. */
export async function seedObject(
  { s3, bucket: Bucket }: Target,
  { key: Key, contentType: ContentType }: SeedObject,
  body: Uint8Array,
): Promise<Made> {
  const there = await find()
  const isSame = there?.ContentType === ContentType && Buffer.from(there.body).equals(body)
  if (isSame) return 'there'
  await s3.send(new PutObjectCommand({ Bucket, Key, ContentType, Body: body }))
  return there ? 'changed' : 'made'

  async function find() {
    try {
      const { Body, ContentType: type } = await s3.send(new GetObjectCommand({ Bucket, Key }))
      return { ContentType: type, body: (await Body?.transformToByteArray()) ?? new Uint8Array() }
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return undefined
      throw error
    }
  }
}
