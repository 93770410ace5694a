import { parseAmplifyOutputs, type ReadOutputs } from './amplify-outputs.ts'
import type { AwsConfigDocument, PasswordPolicyDocument } from './aws-config-document.ts'
import { checkAwsConfig, type AwsConfigValues, type ConfigProblem } from './check-aws-config.ts'
import { parseProviderNames } from './social-provider-names.ts'

export type AppConfig =
  | { kind: 'absent' }
  | {
      kind: 'aws'
      source: string
      document: AwsConfigDocument
      /** What of it the app cannot use as it is; to be said, not to be stopped for. */
      notes: readonly string[]
    }
  | { kind: 'wrong'; source: string; problems: readonly ConfigProblem[] }

/** Key of `.env.local` → member of `/config.json`. */
export const envKeys = {
  VITE_AWS_REGION: 'region',
  VITE_USER_POOL_ID: 'userPoolId',
  VITE_USER_POOL_CLIENT_ID: 'userPoolClientId',
  VITE_IDENTITY_POOL_ID: 'identityPoolId',
  VITE_COGNITO_DOMAIN: 'domain',
  VITE_S3_BUCKET: 'bucket',
  VITE_SOCIAL_PROVIDERS: 'socialProviders',
} as const

/**
 * Which AWS the app is for: `.env.local` first, then `amplify_outputs.json`, else none.
 * A wrong or half-filled configuration is never taken for an absent one.
 *
 * @param env the `VITE_*` variables, already merged by Vite.
 * @param amplifyOutputs text of `amplify_outputs.json`, where there is one.
 */
export function readAppConfig(
  env: Readonly<Record<string, string | undefined>>,
  amplifyOutputs: string | undefined,
  passwordPolicy?: PasswordPolicyDocument,
): AppConfig {
  const values = valuesFromEnv(env)
  if (Object.keys(values).length > 0) {
    const given = { values, redirectSignIn: [], redirectSignOut: [], notes: [] }
    return checked('.env.local', { ...given, ...(passwordPolicy && { passwordPolicy }) }, envKeyOf)
  }
  if (amplifyOutputs === undefined) return { kind: 'absent' }
  const source = 'amplify_outputs.json'
  const parsed = parseAmplifyOutputs(amplifyOutputs)
  if ('problem' in parsed) return { kind: 'wrong', source, problems: [parsed.problem] }
  return checked(source, parsed, (member) => outputsKeys[member])
}

/** Member of `/config.json` → its key in `amplify_outputs.json`. */
const outputsKeys: Readonly<Record<keyof AwsConfigValues, string>> = {
  region: 'auth.aws_region',
  userPoolId: 'auth.user_pool_id',
  userPoolClientId: 'auth.user_pool_client_id',
  identityPoolId: 'auth.identity_pool_id',
  domain: 'auth.oauth.domain',
  bucket: 'storage.bucket_name',
  socialProviders: 'auth.oauth.identity_providers',
}

function valuesFromEnv(env: Readonly<Record<string, string | undefined>>): AwsConfigValues {
  const values: AwsConfigValues = {}
  for (const [key, member] of Object.entries(envKeys)) {
    const value = env[key]?.trim()
    if (value) values[member] = value
  }
  return values
}

function envKeyOf(member: keyof AwsConfigValues): string {
  return Object.entries(envKeys).find(([, name]) => name === member)?.[0] ?? member
}

function checked(
  source: string,
  { values, passwordPolicy, redirectSignIn, redirectSignOut, notes }: ReadOutputs,
  keyOf: (member: keyof AwsConfigValues) => string,
): AppConfig {
  const problems = checkAwsConfig(values, keyOf)
  if (problems.length > 0) return { kind: 'wrong', source, problems }
  const { region = '', userPoolId = '', userPoolClientId = '', socialProviders, ...rest } = values
  return {
    kind: 'aws',
    source,
    notes,
    document: {
      region,
      userPoolId,
      userPoolClientId,
      ...rest,
      socialProviders: parseProviderNames(socialProviders ?? ''),
      redirectSignIn,
      redirectSignOut,
      ...(passwordPolicy && { passwordPolicy }),
    },
  }
}
