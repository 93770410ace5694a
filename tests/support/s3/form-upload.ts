import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post'
import type { SessionCredentials } from '../../../local/iam/policy/policy.ts'
import { bucketName, s3Client } from './s3.ts'

type Conditions = NonNullable<PresignedPostOptions['Conditions']>

/** A form as AWS's own SDK signs it, an hour old at most. */
export function presignPost(
  endpoint: string,
  credentials: SessionCredentials,
  more: Partial<Omit<PresignedPostOptions, 'Conditions'>> & { Conditions?: Conditions } = {},
) {
  return createPresignedPost(s3Client(endpoint, credentials), {
    Bucket: bucketName,
    Key: 'posted',
    ...more,
  })
}

/** What a browser sends: the fields, and the file last. */
export function formData(fields: Record<string, string>, file: Blob | string = 'abcdef'): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  if (typeof file === 'string') data.append('file', new Blob([file]), 'my-file.txt')
  else data.append('file', file)
  return data
}
