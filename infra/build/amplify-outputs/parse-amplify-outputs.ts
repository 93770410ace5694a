import { webAddresses } from './addresses.ts'
import type { AmplifyOutputs } from './file.ts'
import { findUnused } from './notes.ts'
import { checkOutputsTypes } from './types.ts'
import type { PasswordPolicyDocument } from '../configuration/aws-config-document.ts'
import type { AwsConfigValues, ConfigProblem } from '../configuration/check-aws-config.ts'
import { factorsFromOutputs } from './factors.ts'
import { namesFromOutputs } from '../configuration/social-provider-names.ts'

export interface ReadConfig {
  values: AwsConfigValues
  passwordPolicy?: PasswordPolicyDocument
  requiredAttributes?: string[]
  redirectSignIn: string[]
  redirectSignOut: string[]
  /** What of the project this app cannot use as it is, and what to change. */
  notes: string[]
  problems: ConfigProblem[]
}

/** Member of `/config.json` → its key in `amplify_outputs.json`. */
export const outputsKeys: Readonly<Record<keyof AwsConfigValues, string>> = {
  region: 'auth.aws_region',
  userPoolId: 'auth.user_pool_id',
  userPoolClientId: 'auth.user_pool_client_id',
  identityPoolId: 'auth.identity_pool_id',
  domain: 'auth.oauth.domain',
  bucket: 'storage.bucket_name',
  socialProviders: 'auth.oauth.identity_providers',
  firstFactors: 'auth.passwordless',
  mfa: 'auth.mfa_configuration',
  secondFactors: 'auth.mfa_methods',
  relyingParty: 'auth.passwordless.web_authn.relying_party_id',
  // The file has no key for it.
  rememberDevices: 'auth',
  userAttributes: 'custom.userAttributes',
  examples: 'custom.examples',
}

/** @see https://docs.amplify.aws/react/reference/amplify_outputs/ */
export function parseAmplifyOutputs(text: string): ReadConfig | { problem: ConfigProblem } {
  const json = parseJson(text)
  const isOutputs = json instanceof Object && 'version' in json && 'auth' in json
  if (!isOutputs) {
    const what = json === undefined ? 'JSON' : 'a version 1 outputs file with an "auth" part'
    return { problem: fileProblem('version', `amplify_outputs.json is not ${what}.`) }
  }
  const { value, problems } = checkOutputsTypes(json)
  const { version, auth = {}, storage, custom } = value
  if (version !== undefined && !/^1(\.\d+)?$/.test(version)) {
    const message = `version is ${version}, and this app reads version 1 of the file, such as 1.4.`
    return { problem: fileProblem('version', message) }
  }
  if (value.auth === undefined) return { problem: problems[0] ?? fileProblem('auth', '') }
  if (storage?.aws_region && auth.aws_region && storage.aws_region !== auth.aws_region) {
    problems.push({
      key: 'storage.aws_region',
      message: `storage.aws_region is ${storage.aws_region}, but auth.aws_region is ${auth.aws_region}: the app signs for one region.`,
      where: 'your Amplify project: which stack "storage" comes from',
    })
  }
  const { oauth } = auth
  const addresses = webAddresses(oauth)
  const providers = namesFromOutputs(oauth?.identity_providers ?? [])
  return {
    values: definedOnly({
      region: auth.aws_region,
      userPoolId: auth.user_pool_id,
      userPoolClientId: auth.user_pool_client_id,
      identityPoolId: auth.identity_pool_id,
      domain: addresses.isForApps ? undefined : oauth?.domain,
      bucket: storage?.bucket_name,
      socialProviders: addresses.isForApps ? undefined : oauth?.domain && providers,
      ...factorsFromOutputs(auth),
      userAttributes: custom && textOf(custom.userAttributes),
      examples: custom?.examples,
    }),
    ...(auth.password_policy && { passwordPolicy: policyOf(auth.password_policy) }),
    ...(auth.standard_required_attributes && {
      requiredAttributes: auth.standard_required_attributes,
    }),
    redirectSignIn: addresses.signIn,
    redirectSignOut: addresses.signOut,
    notes: findUnused(value),
    problems,
  }
}

function fileProblem(key: string, message: string): ConfigProblem {
  return { key, message, where: 'your Amplify project: npx ampx generate outputs' }
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

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function definedOnly(
  values: Partial<Record<keyof AwsConfigValues, string | undefined>>,
): AwsConfigValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value))
}
