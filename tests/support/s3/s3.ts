import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { onTestFinished } from 'vitest'
import type { PolicyDocument, SessionCredentials } from '../../../local/iam/policy/policy.ts'
import { listen } from '../../../local/listeners.ts'
import type { BucketConfig } from '../../../local/s3/config.ts'
import { createS3, type S3 } from '../../../local/s3/service.ts'
import { policyOf, sessionOf } from '../iam/policies.ts'
import { createTestRuntime, type TestRuntime } from '../core/test-runtime.ts'

export const bucketName = 'profile-pictures'
export const region = 'eu-west-1'
export const ada = 'eu-west-1:0a6a0c33-7f5b-4b0e-9d5c-1f2e3d4c5b6a'
export const bob = 'eu-west-1:b0b0b0b0-7f5b-4b0e-9d5c-1f2e3d4c5b6a'

export interface TestS3 extends S3 {
  runtime: TestRuntime
  buckets: BucketConfig[]
  bucket: BucketConfig
  /** Temporary credentials of a person, as the identity pool issues them: valid for an hour. */
  issue(identityId: string, policies?: readonly PolicyDocument[]): SessionCredentials
  /** Credentials that may do everything. */
  issueAdmin(): SessionCredentials
}

/** What the template allows: one's own prefix, and to list it. */
const ownPrefixPolicy = policyOf(
  {
    Effect: 'Allow',
    Action: [
      's3:GetObject',
      's3:PutObject',
      's3:DeleteObject',
      's3:AbortMultipartUpload',
      's3:ListMultipartUploadParts',
    ],
    Resource: `arn:aws:s3:::${bucketName}/users/\${cognito-identity.amazonaws.com:sub}/*`,
  },
  {
    Effect: 'Allow',
    Action: 's3:ListBucket',
    Resource: `arn:aws:s3:::${bucketName}`,
    Condition: {
      StringLike: { 's3:prefix': 'users/${cognito-identity.amazonaws.com:sub}/*' },
    },
  },
)

export function createTestS3(
  config: Partial<BucketConfig> = {},
  runtime: TestRuntime = createTestRuntime(),
): TestS3 {
  // Requests are signed by the clock that a test moves: it is the clients' too.
  delete runtime.clock.wallNow
  const issued = new Map<string, SessionCredentials>()
  const bucket: BucketConfig = {
    name: bucketName,
    region,
    versioning: false,
    corsRules: [],
    ...config,
  }
  const buckets = [bucket]
  const s3 = createS3({
    buckets: () => buckets,
    runtime,
    resolveCredentials: (accessKeyId) => issued.get(accessKeyId),
  })

  function issue(identityId: string, policies: readonly PolicyDocument[] = [ownPrefixPolicy]) {
    const credentials: SessionCredentials = {
      accessKeyId: `ASIATEST${String(issued.size).padStart(12, '0')}`,
      secretAccessKey: crypto.randomUUID(),
      sessionToken: crypto.randomUUID(),
      expiresAtMs: runtime.clock.now() + 3_600_000,
      principal: sessionOf(policies, { 'cognito-identity.amazonaws.com:sub': identityId }),
    }
    issued.set(credentials.accessKeyId, credentials)
    return credentials
  }

  return {
    ...s3,
    runtime,
    buckets,
    bucket,
    issue,
    issueAdmin: () => issue(ada, [policyOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' })]),
  }
}

/** Serves it over a socket until the test is over. @returns its URL, without a trailing slash. */
export async function listenS3({ fetch, runtime }: TestS3): Promise<string> {
  const listener = await listen(fetch, { port: 0, log: runtime.log })
  onTestFinished(() => listener.close())
  return `http://localhost:${listener.port}`
}

/** The real client, in path style. */
export function s3Client(
  endpoint: string,
  credentials: SessionCredentials,
  config: S3ClientConfig = {},
): S3Client {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    ...config,
  })
  onTestFinished(() => client.destroy())
  return client
}
