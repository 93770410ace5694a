import {
  CloudFormationClient,
  type CloudFormationClientConfig,
} from '@aws-sdk/client-cloudformation'
import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider'
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { refusal } from './problem.ts'

export interface Aws {
  region: string
  cloudFormation: CloudFormationClient
  /** For what CloudFormation cannot do: see whether anybody is in a pool, and let go of a left one. */
  userPools: CognitoIdentityProviderClient
  s3: S3Client
}

export type AwsConfig = CloudFormationClientConfig &
  CognitoIdentityProviderClientConfig &
  S3ClientConfig

/**
 * Clients with AWS's usual chain of credentials.
 *
 * @throws DeployProblem where no region is said anywhere.
 */
export async function createAws(config: AwsConfig): Promise<Aws> {
  const cloudFormation = new CloudFormationClient(config)
  const region = await cloudFormation.config.region().catch(() => {
    throw refusal(
      'AWS was not told which region to work in.',
      'Give it with --region eu-west-1, set AWS_REGION, or add "region" to the profile in ~/.aws/config.',
    )
  })
  return {
    region,
    cloudFormation,
    userPools: new CognitoIdentityProviderClient({ ...config, region }),
    s3: new S3Client({ ...config, region }),
  }
}
