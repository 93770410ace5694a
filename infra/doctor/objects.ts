import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { AppConfig } from '../../src/config/app-config.ts'
import type { DoctorObjects } from '../../src/doctor/ports.ts'
import { readClaims } from '../../src/doctor/probes/read-claims.ts'

/** Where a request went unanswered, no SDK agrees with another on what to call it. */
class NetworkError extends Error {
  override readonly name = 'NetworkError'
}

/**
 * The bucket as this person reaches it: with the credentials that the identity pool gives for the ID
 * token. A refusal is passed on as it is, so nothing is tried twice and no clock is corrected.
 */
export function createObjects(
  config: AppConfig,
  identityId: string,
  idToken: string,
): DoctorObjects {
  const { region, bucket: Bucket = '', local } = config
  const identityPools = new CognitoIdentityClient({
    region,
    maxAttempts: 1,
    // The operation takes no signature, but an SDK looks for credentials before it knows.
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    ...(local && { endpoint: local.identityPoolEndpoint }),
  })
  async function credentials() {
    const { Credentials } = await identityPools.send(
      new GetCredentialsForIdentityCommand({
        IdentityId: identityId,
        Logins: { [issuerOf(idToken)]: idToken },
      }),
    )
    const { AccessKeyId = '', SecretKey = '', SessionToken = '', Expiration } = Credentials ?? {}
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretKey,
      sessionToken: SessionToken,
      ...(Expiration && { expiration: Expiration }),
    }
  }

  const s3 = new S3Client({
    region,
    credentials,
    maxAttempts: 1,
    ...(local && { endpoint: local.s3Endpoint, forcePathStyle: true }),
  })
  return {
    put: (Key, Body) =>
      asked(async () => {
        const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key, Body }))
        return ETag
      }),
    get: (Key) =>
      asked(async () => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
        await Body?.transformToByteArray()
      }),
    remove: (Key) =>
      asked(async () => {
        await s3.send(new DeleteObjectCommand({ Bucket, Key }))
      }),
    list: (Prefix) =>
      asked(async () => {
        await s3.send(new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 1 }))
      }),
  }
}

/** As an identity pool knows it, which is without the scheme. */
function issuerOf(idToken: string): string {
  return String(readClaims(idToken)?.['iss']).replace(/^https?:\/\//, '')
}

async function asked<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request()
  } catch (error) {
    if (isAnswer(error)) throw error
    throw new NetworkError('No answer', { cause: error })
  }
}

function isAnswer(error: unknown): boolean {
  const { $metadata } = error as { $metadata?: { httpStatusCode?: number } }
  return $metadata?.httpStatusCode !== undefined
}
