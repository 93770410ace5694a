import { amplifyNames, isProviderName, poolNames } from '../../../src/config/provider-names.ts'

export const providersExample = `${amplifyNames.join(',')}, and what you named other providers`

/** @returns each name once, in Amplify's words. */
export function parseProviderNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== '').map((name) => poolNames[name] ?? name))]
}

/** Whether each item of a list, separated by commas, can be a provider's name. */
export function areProviderNames(text: string): boolean {
  return text.split(',').every((name) => isProviderName(name.trim()))
}

const outputsNames: Readonly<Record<string, string>> = {
  GOOGLE: 'Google',
  FACEBOOK: 'Facebook',
  SIGN_IN_WITH_APPLE: 'Apple',
  LOGIN_WITH_AMAZON: 'Amazon',
}

/**
 * The names behind `auth.oauth.identity_providers` of an `amplify_outputs.json`. Amplify lists the
 * four there; an OpenID provider is there where somebody wrote its name. What is neither is a kind
 * that this app does not know, and is left out, as Amplify leaves it out.
 */
export function namesFromOutputs(identityProviders: readonly string[]): string {
  return identityProviders
    .flatMap((name) => outputsNames[name] ?? (isProviderName(name) ? name : []))
    .join(',')
}
