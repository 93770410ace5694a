import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { S3Client } from '@aws-sdk/client-s3'
import type { AppConfig } from '../../src/config/app-config.ts'
import { Refusal } from './problem.ts'

/** Where it is made. */
export interface Target {
  userPools: CognitoIdentityProviderClient
  s3: S3Client
  userPoolId: string
  bucket: string | undefined
}

/**
 * The same operations for the local AWS and for AWS, with a key of its own each: neither is told the
 * other's.
 *
 * @throws Refusal
 */
export function targetOf(
  { region, userPoolId, bucket, local }: AppConfig,
  env: Readonly<Record<string, string | undefined>>,
): Target {
  if (!local) {
    return {
      userPools: new CognitoIdentityProviderClient({ region }),
      s3: new S3Client({ region }),
      userPoolId,
      bucket,
    }
  }
  const accessKeyId = env['LOCAL_AWS_ACCESS_KEY_ID']
  const secretAccessKey = env['LOCAL_AWS_SECRET_ACCESS_KEY']
  if (!accessKeyId || !secretAccessKey) {
    throw new Refusal(
      'The local AWS asks for the administrator’s key.',
      'npm start shows it. Set LOCAL_AWS_ACCESS_KEY_ID and LOCAL_AWS_SECRET_ACCESS_KEY to it.',
    )
  }
  const credentials = { accessKeyId, secretAccessKey }
  return {
    userPools: new CognitoIdentityProviderClient({
      region,
      endpoint: local.userPoolEndpoint,
      credentials,
    }),
    s3: new S3Client({ region, endpoint: local.s3Endpoint, forcePathStyle: true, credentials }),
    userPoolId,
    bucket,
  }
}
