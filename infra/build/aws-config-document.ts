/** The `/config.json` of an app that runs on AWS. Empty redirect lists mean: the app's own origin. */
export interface AwsConfigDocument {
  region: string
  userPoolId: string
  userPoolClientId: string
  identityPoolId?: string
  domain?: string
  bucket?: string
  socialProviders: string[]
  redirectSignIn: string[]
  redirectSignOut: string[]
  passwordPolicy?: PasswordPolicyDocument
  requiredAttributes?: string[]
}

/** What the sign-up page ticks off while one types. */
export interface PasswordPolicyDocument {
  minimumLength: number
  requireLowercase: boolean
  requireUppercase: boolean
  requireNumbers: boolean
  requireSymbols: boolean
}
