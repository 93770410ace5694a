import type { PasswordPolicyDocument } from './app-config.ts'
import type { AwsConfigValues, ConfigProblem } from './check-aws-config.ts'
import { namesFromOutputs } from './social-provider-names.ts'

/** The parts of `amplify_outputs.json` (Amplify Gen 2, version 1.x) that this app reads. */
interface AmplifyOutputs {
  version?: string
  auth?: {
    aws_region?: string
    user_pool_id?: string
    user_pool_client_id?: string
    identity_pool_id?: string
    oauth?: { domain?: string; identity_providers?: string[] }
    password_policy?: {
      min_length?: number
      require_lowercase?: boolean
      require_uppercase?: boolean
      require_numbers?: boolean
      require_symbols?: boolean
    }
  }
  storage?: { bucket_name?: string }
}

/** @see https://docs.amplify.aws/react/reference/amplify_outputs/ */
export function parseAmplifyOutputs(
  text: string,
):
  { values: AwsConfigValues; passwordPolicy: PasswordPolicyDocument } | { problem: ConfigProblem } {
  const outputs = parseJson(text)
  if (!outputs?.version?.startsWith('1') || !outputs.auth) {
    return {
      problem: {
        key: 'version',
        message: 'amplify_outputs.json is not a version 1 outputs file with an "auth" part.',
        where: 'your Amplify project: npx ampx generate outputs',
      },
    }
  }
  const { auth, storage } = outputs
  const policy = auth.password_policy
  return {
    values: definedOnly({
      region: auth.aws_region,
      userPoolId: auth.user_pool_id,
      userPoolClientId: auth.user_pool_client_id,
      identityPoolId: auth.identity_pool_id,
      domain: auth.oauth?.domain,
      bucket: storage?.bucket_name,
      socialProviders: namesFromOutputs(auth.oauth?.identity_providers ?? []),
    }),
    passwordPolicy: {
      minimumLength: policy?.min_length ?? 8,
      requireLowercase: policy?.require_lowercase ?? true,
      requireUppercase: policy?.require_uppercase ?? true,
      requireNumbers: policy?.require_numbers ?? true,
      requireSymbols: policy?.require_symbols ?? true,
    },
  }
}

function parseJson(text: string): AmplifyOutputs | undefined {
  try {
    return JSON.parse(text) as AmplifyOutputs
  } catch {
    return undefined
  }
}

function definedOnly(values: Record<keyof AwsConfigValues, string | undefined>): AwsConfigValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value))
}
