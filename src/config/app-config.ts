/** What `/config.json` holds: one build of the app runs on any stack. */
export interface AppConfig {
  region: string
  userPoolId: string
  userPoolClientId: string
  /** Without one nobody gets credentials, and a profile cannot be kept. */
  identityPoolId?: string
  /** Host of managed login, without a scheme. */
  domain?: string
  bucket?: string
  socialProviders: readonly string[]
  /** Where managed login may send people back to; empty stands for the app's own origin. */
  redirectSignIn: readonly string[]
  redirectSignOut: readonly string[]
  /** The pool's own rules, so that they can tick as one types; the pool alone enforces them. */
  passwordPolicy?: PasswordPolicy
  /** What the pool requires of whoever signs up, where it is known. */
  requiredAttributes?: readonly string[]
  /** What the pool keeps of people, as it was given: whoever reads it looks at it first. */
  userAttributes?: unknown
  /** What the pool lets people sign in with, where it is known; else the password alone. */
  factors?: Factors
  /** Functions of `infra/triggers` that pages know of: `MAGIC_LINK`, `MIGRATION`, `WELCOME`. */
  examples?: readonly string[]
  /** Only where the app runs on the local AWS. */
  local?: LocalEndpoints
}

/** By Cognito's names. */
export interface Factors {
  /** `PASSWORD`, `EMAIL_OTP`, `SMS_OTP`, `WEB_AUTHN`. */
  first: readonly string[]
  mfa?: 'OFF' | 'OPTIONAL' | 'ON'
  /** `SOFTWARE_TOKEN_MFA`, `SMS_MFA`, `EMAIL_OTP`. */
  second?: readonly string[]
  /** Host that passkeys are for, and those below it. */
  relyingParty?: string
  /** When a device stands for the second factor; undefined: never, or it is not known. */
  devices?: 'ASK' | 'ALWAYS'
}

export interface PasswordPolicy {
  minimumLength: number
  requireLowercase: boolean
  requireUppercase: boolean
  requireNumbers: boolean
  requireSymbols: boolean
}

export interface LocalEndpoints {
  userPoolEndpoint: string
  identityPoolEndpoint: string
  domainUrl: string
  s3Endpoint: string
  consoleUrl: string
}
