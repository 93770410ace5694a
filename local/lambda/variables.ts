import type { SessionCredentials } from '../iam/policy/policy.ts'
import type { FunctionConfig } from './config.ts'

export interface LambdaSettings {
  region: string
  /** Where AWS's APIs are played, so that an unmodified SDK calls them. */
  endpointUrl: string
  /** Of S3, by the number of the address: below a name the SDK would look for buckets as hosts of their own. */
  s3EndpointUrl: string
}

/**
 * A function's environment variables: its own, and those of Lambda's that say something here. The
 * developer's own AWS configuration is nobody's business: it could lead to a real account.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function variablesOf(
  config: FunctionConfig,
  { region, endpointUrl, s3EndpointUrl }: LambdaSettings,
  credentials: Pick<SessionCredentials, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>,
): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpointUrl,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpointUrl,
    AWS_ENDPOINT_URL_S3: s3EndpointUrl,
    ...config.environment,
    AWS_CONFIG_FILE: nowhere,
    AWS_SHARED_CREDENTIALS_FILE: nowhere,
    AWS_EC2_METADATA_DISABLED: 'true',
    // Lambda's Node.js is a newer one than it may warn of here.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_LAMBDA_FUNCTION_NAME: config.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
    LAMBDA_TASK_ROOT: '/var/task',
    _HANDLER: config.handler,
  }
}

/** A path in a folder that Lambda has and a developer's machine has not. */
const nowhere = '/var/task/.aws/none'
