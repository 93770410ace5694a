import { createHmac } from 'node:crypto'
import type { TestS3 } from './s3.ts'
import { bucketName, region } from './s3.ts'

export interface FormDraft {
  fields?: Record<string, string>
  conditions?: readonly unknown[]
  /** In the place of the whole policy. */
  policy?: unknown
  version?: 2 | 4
  region?: string
}

/** A form's fields, signed by the definition of either version by one who may do everything. */
export function signForm(s3: TestS3, draft: FormDraft = {}): Record<string, string> {
  const { version = 4, fields = {}, conditions = [] } = draft
  const { accessKeyId, secretAccessKey, sessionToken } = s3.issueAdmin()
  const now = new Date(s3.runtime.clock.now())
  const amzDate = now.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
  const scope = [amzDate.slice(0, 8), draft.region ?? region, 's3', 'aws4_request']
  const claims: Record<string, string> =
    version === 2
      ? { 'x-amz-security-token': sessionToken }
      : {
          'x-amz-algorithm': 'AWS4-HMAC-SHA256',
          'x-amz-credential': [accessKeyId, ...scope].join('/'),
          'x-amz-date': amzDate,
          'x-amz-security-token': sessionToken,
        }
  const all = { key: 'posted', ...fields, ...claims }
  const policy = draft.policy ?? {
    expiration: new Date(now.getTime() + 60_000).toISOString(),
    conditions: [
      { bucket: bucketName },
      { key: 'posted' },
      ...Object.entries(claims).map(([name, value]) => ({ [name]: value })),
      ...conditions,
    ],
  }
  const encoded = Buffer.from(
    typeof policy === 'string' ? policy : JSON.stringify(policy),
  ).toString('base64')
  if (version === 2) {
    const signature = createHmac('sha1', secretAccessKey).update(encoded).digest('base64')
    return { ...all, policy: encoded, AWSAccessKeyId: accessKeyId, signature }
  }
  const key = scope.reduce<string | Buffer>(
    (secret, step) => createHmac('sha256', secret).update(step).digest(),
    `AWS4${secretAccessKey}`,
  )
  const signature = createHmac('sha256', key).update(encoded).digest('hex')
  return { ...all, policy: encoded, 'x-amz-signature': signature }
}
