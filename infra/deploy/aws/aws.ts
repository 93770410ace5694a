import {
  CloudFormationClient,
  type CloudFormationClientConfig,
} from '@aws-sdk/client-cloudformation'
import { CloudFrontClient, type CloudFrontClientConfig } from '@aws-sdk/client-cloudfront'
import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider'
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { refusal, type DeployProblem } from '../problem.ts'

export interface Aws {
  region: string
  cloudFormation: CloudFormationClient
  /** For what CloudFormation cannot do: see whether anybody is in a pool, and let go of a left one. */
  userPools: CognitoIdentityProviderClient
  s3: S3Client
  cloudFront: CloudFrontClient
}

export type AwsConfig = CloudFormationClientConfig &
  CognitoIdentityProviderClientConfig &
  S3ClientConfig &
  CloudFrontClientConfig

/**
 * Clients with AWS's usual chain of credentials.
 *
 * @throws DeployProblem where no region is said anywhere, or there are no credentials.
 */
export async function createAws(config: AwsConfig): Promise<Aws> {
  const cloudFormation = new CloudFormationClient(config)
  const region = await cloudFormation.config.region().catch(() => {
    throw refusal(
      'AWS was not told which region to work in.',
      'Give it with --region eu-west-1, set AWS_REGION, or add "region" to the profile in ~/.aws/config.',
    )
  })
  await cloudFormation.config.credentials().catch((error: unknown) => {
    throw credentialsProblem(error, config.profile)
  })
  return {
    region,
    cloudFormation,
    userPools: new CognitoIdentityProviderClient({ ...config, region }),
    s3: new S3Client({ ...config, region }),
    // It has one region for the world, which the SDK knows.
    cloudFront: new CloudFrontClient({ ...config, region }),
  }
}

/** The chain's own words are kept: they tell an SSO session that has ended from a profile without keys. */
function credentialsProblem(error: unknown, profile: string | undefined): DeployProblem {
  const said = error instanceof Error ? error.message : String(error)
  return profile === undefined
    ? refusal(
        `No AWS credentials were found.\nAWS’s library says: ${said}`,
        'Sign in with "aws sso login" or "aws configure", name a profile with --profile NAME, or set ' +
          'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. How to get any: ' +
          'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-quickstart.html',
      )
    : refusal(
        `The profile ${profile} gave no AWS credentials.\nAWS’s library says: ${said}`,
        `"aws configure list-profiles" says which there are; "aws sso login --profile ${profile}" signs in again.`,
      )
}
