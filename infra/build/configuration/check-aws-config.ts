import { findElsewhere, needs, required, shapes } from '../../../src/config/rules.ts'
import { configWords } from '#words/config'
import { factorTests, type FactorValues } from './factors.ts'
import { areUserAttributes } from './user-attributes.ts'
import { areProviderNames, providersExample } from './social-provider-names.ts'

/** What was given, as text; absent where nothing was. */
export interface AwsConfigValues extends FactorValues {
  region?: string
  userPoolId?: string
  userPoolClientId?: string
  identityPoolId?: string
  domain?: string
  bucket?: string
  socialProviders?: string
  /** JSON. */
  userAttributes?: string
  /** Comma-separated. */
  examples?: string
}

export interface ConfigProblem {
  key: string
  /** The key that it explains the absence of, which is then not called missing besides. */
  for?: string
  message: string
  /** Where in the AWS console the right value is found. */
  where: string
}

type Member = keyof AwsConfigValues

const tests: Readonly<Record<Member, Pick<RegExp, 'test'>>> = {
  ...shapes,
  socialProviders: { test: areProviderNames },
  ...factorTests,
  userAttributes: { test: areUserAttributes },
  examples: /^(MAGIC_LINK|MIGRATION|WELCOME)(, ?(MAGIC_LINK|MIGRATION|WELCOME))*$/,
}

/**
 * By the rules that hold for `/config.json`, which is made of these values.
 *
 * @returns every fault at once, so that a person mends the file in one go.
 */
export function checkAwsConfig(
  values: AwsConfigValues,
  keyOf: (member: Member) => string,
): ConfigProblem[] {
  const problems = (Object.keys(tests) as Member[]).flatMap((member) => {
    const value = values[member]
    const key = keyOf(member)
    const isRequired = required.some((other) => other === member)
    if (value === undefined) return isRequired ? [problem(member, `${key} is missing.`)] : []
    if (tests[member].test(value)) return []
    const orNothing = isRequired ? '' : ', or not be there'
    return [
      problem(
        member,
        `${key} is "${value}", but should look like ${exampleOf(member)}${orNothing}.`,
      ),
    ]
  })
  return [...problems, ...elsewhere(), ...gaps()]

  function elsewhere() {
    return findElsewhere(values).map(({ key, region }) =>
      problem(
        key,
        `${keyOf(key)} is in ${region}, but ${keyOf('region')} is ${values.region ?? ''}.`,
      ),
    )
  }

  function gaps() {
    return needs
      .filter(({ key, needed }) => values[key] !== undefined && values[needed] === undefined)
      .map(({ key, needed }) =>
        problem(
          needed,
          `${keyOf(needed)} is missing: ${keyOf(key)} is of no use without it. Give it, or take ${keyOf(key)} out.`,
        ),
      )
  }

  function problem(member: Member, message: string): ConfigProblem {
    return { key: keyOf(member), message, where: configWords.where(member)?.where ?? '' }
  }
}

function exampleOf(member: Member): string {
  if (member === 'socialProviders') return providersExample
  return configWords.where(member)?.example ?? ''
}
