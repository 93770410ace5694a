import type { AmplifyOutputs } from './amplify-outputs-file.ts'
import { findUnused } from './amplify-outputs-notes.ts'
import type { PasswordPolicyDocument } from './aws-config-document.ts'
import type { AwsConfigValues, ConfigProblem } from './check-aws-config.ts'
import { namesFromOutputs } from './social-provider-names.ts'

export interface ReadOutputs {
  values: AwsConfigValues
  passwordPolicy?: PasswordPolicyDocument
  redirectSignIn: string[]
  redirectSignOut: string[]
  /** What of the project this app cannot use as it is, and what to change. */
  notes: string[]
}

/** @see https://docs.amplify.aws/react/reference/amplify_outputs/ */
export function parseAmplifyOutputs(text: string): ReadOutputs | { problem: ConfigProblem } {
  const outputs = parseJson(text)
  if (!/^1(\.\d+)?$/.test(outputs?.version ?? '') || !outputs?.auth) {
    return {
      problem: {
        key: 'version',
        message: 'amplify_outputs.json is not a version 1 outputs file with an "auth" part.',
        where: 'your Amplify project: npx ampx generate outputs',
      },
    }
  }
  const { auth, storage } = outputs
  const isElsewhere =
    storage?.aws_region !== undefined && auth.aws_region && storage.aws_region !== auth.aws_region
  if (isElsewhere) {
    return {
      problem: {
        key: 'storage.aws_region',
        message: `storage.aws_region is ${storage.aws_region ?? ''}, but auth.aws_region is ${auth.aws_region ?? ''}: the app signs for one region.`,
        where: 'your Amplify project: which stack "storage" comes from',
      },
    }
  }
  return {
    values: definedOnly({
      region: auth.aws_region,
      userPoolId: auth.user_pool_id,
      userPoolClientId: auth.user_pool_client_id,
      identityPoolId: auth.identity_pool_id,
      domain: auth.oauth?.domain,
      bucket: storage?.bucket_name,
      socialProviders: auth.oauth?.domain && namesFromOutputs(auth.oauth.identity_providers ?? []),
    }),
    ...(auth.password_policy && { passwordPolicy: policyOf(auth.password_policy) }),
    redirectSignIn: webAddresses(auth.oauth?.redirect_sign_in_uri),
    redirectSignOut: webAddresses(auth.oauth?.redirect_sign_out_uri),
    notes: findUnused(outputs),
  }
}

type PasswordPolicy = NonNullable<NonNullable<AmplifyOutputs['auth']>['password_policy']>

function policyOf(policy: PasswordPolicy): PasswordPolicyDocument {
  return {
    minimumLength: policy.min_length ?? 8,
    requireLowercase: policy.require_lowercase ?? false,
    requireUppercase: policy.require_uppercase ?? false,
    requireNumbers: policy.require_numbers ?? false,
    requireSymbols: policy.require_symbols ?? false,
  }
}

/** A project can have a phone app beside this one, whose addresses (`myapp://callback`) no page has. */
function webAddresses(addresses: readonly string[] = []): string[] {
  return addresses.filter((address) => /^https?:\/\//.test(address) && URL.canParse(address))
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
