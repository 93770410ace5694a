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
  factors?: FactorsDocument
  userAttributes?: UserAttributeDocument[]
  /** Of the template's examples, those that pages know of: `MAGIC_LINK`, `MIGRATION`, `WELCOME`. */
  examples?: string[]
}

/** What the pool keeps of people, and the app client may read; what is left out is as most have it. */
export interface UserAttributeDocument {
  name: string
  /** Left out: `String`. */
  type?: 'String' | 'Number' | 'DateTime' | 'Boolean'
  required?: boolean
  /** False where people may not change it. */
  writable?: boolean
  /** Of an address: false where the pool sends no code to a new one. */
  sendsCode?: boolean
  minLength?: number
  maxLength?: number
  minValue?: number
  maxValue?: number
}

/** What people may sign in with, in the words of Cognito. */
export interface FactorsDocument {
  /** `PASSWORD`, `EMAIL_OTP`, `SMS_OTP`, `WEB_AUTHN`. */
  first: string[]
  mfa: 'OFF' | 'OPTIONAL' | 'ON'
  /** `SOFTWARE_TOKEN_MFA`, `SMS_MFA`, `EMAIL_OTP`. */
  second: string[]
  /** Host of the pages that passkeys are for. */
  relyingParty?: string
  /** Whether a device stands for the second factor when people say so, or always; else it never does. */
  devices?: 'ASK' | 'ALWAYS'
}

/** What the sign-up page ticks off while one types. */
export interface PasswordPolicyDocument {
  minimumLength: number
  requireLowercase: boolean
  requireUppercase: boolean
  requireNumbers: boolean
  requireSymbols: boolean
}
