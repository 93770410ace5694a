import type { SetRiskConfigurationRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { MfaFactor } from './model.ts'
import type { Level } from './sign-in/proof.ts'
import type { TriggerName } from './triggers/trigger-table.ts'

/** A user pool as the template declares it, defaults applied. Names follow CloudFormation's. */
export interface UserPoolConfig {
  /** `<region>_<9 alphanumeric characters>`. */
  id: string
  name: string
  arn: string
  region: string
  /** `iss` of its tokens, without a trailing slash. */
  issuer: string
  /** `IssuerConfiguration.Type`; undefined stands for ORIGINAL. */
  issuerType?: 'ORIGINAL' | 'UPDATED'
  /** The base URL of its JWKS and discovery document, where that is not the issuer. */
  documentsUrl?: string
  usernameAttributes: readonly ('email' | 'phone_number')[]
  aliasAttributes: readonly ('email' | 'phone_number' | 'preferred_username')[]
  caseSensitive: boolean
  autoVerifiedAttributes: readonly ('email' | 'phone_number')[]
  /** `AttributesRequireVerificationBeforeUpdate`. */
  verifyBeforeUpdate: readonly ('email' | 'phone_number')[]
  /** Whether there is an `SmsConfiguration`: without one a text message is refused. */
  sendsTextMessages: boolean
  /** Standard attributes with their overrides, then the custom ones. */
  schema: readonly AttributeSchema[]
  passwordPolicy: PasswordPolicy
  allowedFirstAuthFactors: readonly string[]
  passkeys: PasskeyConfig
  /** `DeviceConfiguration`; undefined where devices are not tracked. */
  devices?: DeviceTracking
  /** Undefined stands for off. */
  sessionTracking?: SessionTracking
  /** In order of priority. */
  recoveryMechanisms: readonly ('verified_email' | 'verified_phone_number' | 'admin_only')[]
  allowAdminCreateUserOnly: boolean
  mfaConfiguration: 'OFF' | 'ON' | 'OPTIONAL'
  /** `EnabledMfas`: what may be a second factor. */
  enabledMfas: readonly MfaFactor[]
  /** `AcrConfiguration`: `acr` of each level, from the first on; undefined for Cognito's own names. */
  acrNames?: readonly string[]
  tier: 'LITE' | 'ESSENTIALS' | 'PLUS'
  /** `UserPoolAddOns`; undefined where it is off for all. */
  threatProtection?: ThreatProtection
  /** Of the template's risk configurations, by app client; `ALL` for those without one of their own. */
  riskSettings?: Readonly<Record<string, RiskSettings>>
  /** `{####}` stands for the code. */
  verificationMessage: {
    emailSubject: string
    emailMessage: string
    smsMessage: string
    /** `CONFIRM_WITH_LINK`: the mail that confirms a sign-up, with `{##…##}` around the link's text. */
    byLink?: { emailSubject: string; emailMessage: string }
  }
  /** Of a one-time code to sign in with: `{####}`. */
  signInCodeMessage: { emailSubject: string; emailMessage: string; smsMessage: string }
  /** Of who is given an account: `{username}` and `{####}`, the temporary password. */
  invitationMessage: { emailSubject: string; emailMessage: string; smsMessage: string }
  clients: readonly AppClientConfig[]
  /** `<identifier>/<name>`; undefined where no resource server is known. */
  resourceServerScopes?: readonly string[]
  groups?: readonly GroupConfig[]
  /** Who else may sign people in. */
  identityProviders?: readonly IdentityProviderConfig[]
  /** `LambdaConfig`: ARNs of functions. */
  triggers?: Readonly<Partial<Record<TriggerName, string>>>
  /** `KMSKeyID`: ARN of the key that encrypts codes for custom senders. */
  senderKeyArn?: string
  /** `PreTokenGenerationConfig`; the first without it. */
  preTokenGenerationVersion?: '2' | '3'
}

/** AUDIT tells what is risky, ENFORCED acts on it, too. */
export type ThreatProtectionMode = 'AUDIT' | 'ENFORCED'

export interface ThreatProtection {
  /** `AdvancedSecurityMode`; undefined where it is off. */
  mode?: ThreatProtectionMode
  /** `CustomAuthMode`: the same of CUSTOM_AUTH, which the one above says nothing of. */
  customAuthMode?: ThreatProtectionMode
}

/** What SetRiskConfiguration is given, but for whom. With nothing in it, it is AWS's default. */
export type RiskSettings = Omit<SetRiskConfigurationRequest, 'UserPoolId' | 'ClientId'>

export interface PasskeyConfig {
  /** The host whose pages may use them; undefined where nothing names one. */
  relyingPartyId?: string
  userVerification: 'preferred' | 'required'
  /** `MULTI_FACTOR_WITH_USER_VERIFICATION`: a passkey may stand for both factors. */
  isMultiFactor: boolean
}

export interface DeviceTracking {
  /** `ChallengeRequiredOnNewDevice`: a remembered device may stand in for the second factor. */
  standInForMfa: boolean
  /** `DeviceOnlyRememberedOnUserPrompt`: ConfirmDevice remembers none. */
  rememberOnPrompt: boolean
}

export interface SessionTracking {
  isOn: boolean
  /** Sessions of refresh tokens that one user has at once, 1 to 100; a further one ends the least used. */
  maxTokenSessions: number
}

export type IdentityProviderType =
  | 'Google'
  | 'Facebook'
  | 'LoginWithAmazon'
  | 'SignInWithApple'
  | 'OIDC'

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html */
export interface IdentityProviderConfig {
  /** Of a social provider its type; case counts. */
  name: string
  type: IdentityProviderType
  /** Other names that `idp_identifier` may call it by. */
  identifiers: readonly string[]
  /** `ProviderDetails` as written: `client_id`, `client_secret`, `authorize_scopes`, `oidc_issuer`, … */
  details: Readonly<Record<string, string>>
  /** By attribute of the pool, the provider's claim. */
  attributeMapping: Readonly<Record<string, string>>
  /** `AcrMapping`: what the provider calls the pool's levels; of OIDC providers only. */
  acrMapping?: Readonly<Partial<Record<Level, string>>>
}

export interface GroupConfig {
  name: string
  description?: string
  /** The lowest wins. */
  precedence?: number
  roleArn?: string
}

export interface AttributeSchema {
  /** With its `custom:` prefix where it has one. */
  name: string
  type: 'String' | 'Number' | 'DateTime' | 'Boolean'
  mutable: boolean
  required: boolean
  minLength?: number
  maxLength?: number
  minValue?: number
  maxValue?: number
}

export interface PasswordPolicy {
  minimumLength: number
  requireLowercase: boolean
  requireUppercase: boolean
  requireNumbers: boolean
  requireSymbols: boolean
  temporaryPasswordValidityDays: number
  /** 0 when the pool keeps no history. */
  passwordHistorySize: number
}

export interface AppClientConfig {
  /** 26 characters of `[0-9a-z]`. */
  id: string
  name: string
  /** Undefined for a public client. */
  secret?: string
  /** With their `ALLOW_` prefix. */
  explicitAuthFlows: readonly string[]
  preventUserExistenceErrors: boolean
  /** Undefined: every attribute may be read. */
  readAttributes?: readonly string[]
  writeAttributes?: readonly string[]
  accessTokenSeconds: number
  idTokenSeconds: number
  refreshTokenSeconds: number
  authSessionSeconds: number
  /** `EnablePropagateAdditionalUserContextData`; off where it is left out. */
  propagatesUserContext?: boolean
  enableTokenRevocation: boolean
  /** Undefined while rotation is off. */
  rotation?: { retryGraceSeconds: number }
  allowedOAuthFlows: readonly string[]
  allowedOAuthScopes: readonly string[]
  allowedOAuthFlowsUserPoolClient: boolean
  callbackUrls: readonly string[]
  logoutUrls: readonly string[]
  supportedIdentityProviders: readonly string[]
}
