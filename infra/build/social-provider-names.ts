/** As Amplify's `signInWithRedirect` calls them, in the order in which the app shows them. */
const amplifyNames = ['Google', 'Facebook', 'Apple', 'Amazon'] as const

/** As the user pool calls two of them. */
const poolNames: Readonly<Record<string, string>> = {
  SignInWithApple: 'Apple',
  LoginWithAmazon: 'Amazon',
}

const known = [...amplifyNames, ...Object.keys(poolNames), 'COGNITO', 'OIDC', 'SAML']

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

/**
 * One of the four, or an OpenID provider's own name, to the letter: Cognito would not know `google`.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
 */
function isProviderName(name: string): boolean {
  if (amplifyNames.some((other) => other === name) || Object.hasOwn(poolNames, name)) return true
  const isAlmostKnown = known.some((other) => other.toLowerCase() === name.toLowerCase())
  if (isAlmostKnown || name.length > 32) return false
  return /^[^_\p{Z}][\p{L}\p{M}\p{S}\p{N}\p{P}][^_\p{Z}]+$/u.test(name)
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
