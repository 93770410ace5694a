import {
  outputsKeys,
  parseAmplifyOutputs,
  type ReadConfig,
} from '../amplify-outputs/parse-amplify-outputs.ts'
import type { AwsConfigDocument, PasswordPolicyDocument } from './aws-config-document.ts'
import { checkAwsConfig, type AwsConfigValues, type ConfigProblem } from './check-aws-config.ts'
import { envKeys } from './env-keys.ts'
import { factorsOf } from './factors.ts'
import { findMisnamedKeys } from './misnamed-keys.ts'
import { partitionOf } from '../../../src/config/partitions.ts'
import { parseUserAttributes } from './user-attributes.ts'
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

/**
 * Which AWS the app is for: `.env.local` first, then `amplify_outputs.json`, else none.
 * A wrong or half-filled configuration is never taken for an absent one.
 *
 * @param env the `VITE_*` variables, already merged by Vite.
 * @param amplifyOutputs text of `amplify_outputs.json`, where there is one.
 * @param names that the env files give besides, among which may be ours in another spelling.
 */
export function readAppConfig(
  env: Readonly<Record<string, string | undefined>>,
  amplifyOutputs: string | undefined,
  passwordPolicy?: PasswordPolicyDocument,
  names: readonly string[] = [],
): AppConfig {
  const values = valuesFromEnv(env)
  const misnamed = findMisnamedKeys([...Object.keys(env), ...names], values)
  if (Object.keys(values).length > 0 || misnamed.problems.length > 0) {
    const given = { values, ...misnamed, redirectSignIn: [], redirectSignOut: [] }
    return checked('.env.local', { ...given, ...(passwordPolicy && { passwordPolicy }) }, envKeyOf)
  }
  if (amplifyOutputs === undefined) return { kind: 'absent' }
  const source = 'amplify_outputs.json'
  const outputs = parseAmplifyOutputs(amplifyOutputs)
  if ('problem' in outputs) return { kind: 'wrong', source, problems: [outputs.problem] }
  return checked(source, outputs, (member) => outputsKeys[member])
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
  { values, passwordPolicy, requiredAttributes, ...given }: ReadConfig,
  keyOf: (member: keyof AwsConfigValues) => string,
): AppConfig {
  const isTold = (key: string) => given.problems.some((problem) => problem.for === key)
  const problems = [
    ...given.problems,
    ...checkAwsConfig(values, keyOf).filter(({ key }) => !isTold(key)),
  ]
  if (problems.length > 0) return { kind: 'wrong', source, problems }
  const { notes, redirectSignIn, redirectSignOut } = given
  const partition = partitionOf(values.region ?? '')
  const partitionNote = `aws-amplify 6.22.1, which the app is built on, knows no hosts in ${values.region ?? ''} (….${partition.dnsSuffix}): nobody can sign in.`
  const { region = '', userPoolId = '', userPoolClientId = '', socialProviders } = values
  const { identityPoolId, domain, bucket, userAttributes, examples } = values
  const factors = factorsOf(values)
  return {
    kind: 'aws',
    source,
    notes: partition.isInAmplify ? notes : [partitionNote, ...notes],
    document: {
      region,
      userPoolId,
      userPoolClientId,
      ...(identityPoolId !== undefined && { identityPoolId }),
      ...(domain !== undefined && { domain }),
      ...(bucket !== undefined && { bucket }),
      socialProviders: parseProviderNames(socialProviders ?? ''),
      redirectSignIn,
      redirectSignOut,
      ...(passwordPolicy && { passwordPolicy }),
      ...(requiredAttributes && { requiredAttributes }),
      ...(factors && { factors }),
      ...(examples !== undefined && { examples: examples.split(',').map((name) => name.trim()) }),
      ...(userAttributes !== undefined && {
        userAttributes: parseUserAttributes(userAttributes),
      }),
    },
  }
}
