/** As Amplify's `signInWithRedirect` calls them, in the order in which the app shows them. */
export const amplifyNames = ['Google', 'Facebook', 'Apple', 'Amazon'] as const

/** As the user pool calls two of them. */
export const poolNames: Readonly<Record<string, string>> = {
  SignInWithApple: 'Apple',
  LoginWithAmazon: 'Amazon',
}

const known = [...amplifyNames, ...Object.keys(poolNames), 'COGNITO', 'OIDC', 'SAML']

/**
 * One of the four, or an OpenID provider's own name, to the letter: Cognito would not know `google`.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
 */
export function isProviderName(name: string): boolean {
  if (amplifyNames.some((other) => other === name) || Object.hasOwn(poolNames, name)) return true
  const isAlmostKnown = known.some((other) => other.toLowerCase() === name.toLowerCase())
  if (isAlmostKnown || name.length > 32) return false
  return /^[^_\p{Z}][\p{L}\p{M}\p{S}\p{N}\p{P}][^_\p{Z}]+$/u.test(name)
}
