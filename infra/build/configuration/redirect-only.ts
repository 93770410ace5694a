/**
 * Checks `VITE_SIGN_IN`, which `src/config/redirect-only.ts` reads in the app.
 *
 * @param domain of the configuration; undefined where it has none.
 * @returns whether the app is to have no form for passwords.
 * @throws naming the key: a build that ignored it would ask for passwords after all.
 */
export function readRedirectOnly(
  { VITE_SIGN_IN: way = '' }: Readonly<Record<string, string | undefined>>,
  domain: string | undefined,
): boolean {
  if (way === '') return false
  if (way !== 'redirect') {
    throw new Error(`VITE_SIGN_IN is "${way}", but should be "redirect", or not be there.`)
  }
  if (domain === undefined) {
    throw new Error(
      'VITE_SIGN_IN is "redirect", which is of no use without a domain to sign in at: give VITE_COGNITO_DOMAIN too, or take VITE_SIGN_IN out.',
    )
  }
  return true
}
