/** The only place that spells the app's addresses, but for those below `/account` (`account-paths.ts`). */
export const paths = {
  home: () => '/',
  signUp: (query: { returnTo?: string | undefined } = {}) => withQuery('/sign-up', query),
  confirm: (query: { returnTo?: string | undefined } = {}) => withQuery('/confirm', query),
  signIn: (query: { returnTo?: string | undefined; notice?: SignInNotice | undefined } = {}) =>
    withQuery('/sign-in', query),
  /** The second step has an address of its own, so that Back and reload do what one expects. */
  forgotPassword: (query: ForgotPasswordQuery = {}) => withQuery('/forgot-password', query),
  /** Follows a temporary password. */
  ownPassword: (query: { returnTo?: string | undefined } = {}) => withQuery('/new-password', query),
  /** The code that stands for the password. */
  signInCode: (query: { returnTo?: string | undefined } = {}) => withQuery('/sign-in/code', query),
  /** Follows the first sign-in with a password. */
  passkeyOffer: (query: { returnTo?: string | undefined } = {}) =>
    withQuery('/passkey-offer', query),
  /** Whatever a sign-in asks for after the password. */
  secondFactor: (step?: string, query: { returnTo?: string | undefined } = {}) =>
    withQuery(`/second-factor${step === undefined ? '' : `/${step}`}`, query),
  /** Where the domain sends people back to; posting to it leaves for the domain. */
  callback: () => '/callback',
  signOut: () => '/sign-out',
  profile: () => '/profile',
  account: () => '/account',
  /** With the name of a check, at what it has found. */
  diagnostics: (check?: string) => `/diagnostics${check === undefined ? '' : `#${check}`}`,
}

type ForgotPasswordQuery = {
  step?: 'code'
  /** The account may not sign in before its password is changed. */
  reason?: 'required'
  returnTo?: string | undefined
}

/** Why a person has been led to the sign-in page. */
export const signInNotices = [
  'confirmed',
  'password-changed',
  'session-ended',
  'sign-in-again',
  'signed-out',
] as const

export type SignInNotice = (typeof signInNotices)[number]

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.set(name, value)
  }
  const search = params.toString()
  return search ? `${path}?${search}` : path
}
