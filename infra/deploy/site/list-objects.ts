import { paginateListObjectsV2 } from '@aws-sdk/client-s3'
import type { Session } from '../aws/session.ts'

/** @returns ETags without their quotes, by key. */
export async function listObjects(
  { aws, signal }: Session,
  Bucket: string,
): Promise<Map<string, string>> {
  const etags = new Map<string, string>()
  const pages = paginateListObjectsV2({ client: aws.s3 }, { Bucket }, { abortSignal: signal })
  for await (const { Contents = [] } of pages) {
    for (const { Key = '', ETag = '' } of Contents) etags.set(Key, ETag.replaceAll('"', ''))
  }
  return etags
}
