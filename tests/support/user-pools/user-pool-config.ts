import type {
  AppClientConfig,
  AttributeSchema,
  UserPoolConfig,
} from '../../../local/user-pools/config.ts'

const names = [
  'name given_name family_name middle_name nickname preferred_username profile picture website',
  'email phone_number gender zoneinfo locale address',
]

/** The standard attributes as a pool has them that overrides none. */
export const standardSchema: readonly AttributeSchema[] = [
  { name: 'sub', type: 'String', mutable: false, required: true, minLength: 1, maxLength: 2048 },
  ...names
    .join(' ')
    .split(' ')
    .map((name): AttributeSchema => ({
      name,
      type: 'String',
      mutable: true,
      required: false,
      minLength: 0,
      maxLength: 2048,
    })),
  {
    name: 'birthdate',
    type: 'String',
    mutable: true,
    required: false,
    minLength: 10,
    maxLength: 10,
  },
  { name: 'email_verified', type: 'Boolean', mutable: true, required: false },
  { name: 'phone_number_verified', type: 'Boolean', mutable: true, required: false },
  { name: 'updated_at', type: 'Number', mutable: true, required: false, minValue: 0 },
]

/** An app client that may do everything without a secret. */
export function appClient(overrides: Partial<AppClientConfig> = {}): AppClientConfig {
  return {
    id: '1example23456789abcdefghij',
    name: 'web',
    explicitAuthFlows: [
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_USER_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ],
    preventUserExistenceErrors: true,
    accessTokenSeconds: 3600,
    idTokenSeconds: 3600,
    refreshTokenSeconds: 30 * 86_400,
    authSessionSeconds: 180,
    enableTokenRevocation: true,
    allowedOAuthFlows: [],
    allowedOAuthScopes: [],
    allowedOAuthFlowsUserPoolClient: false,
    callbackUrls: [],
    logoutUrls: [],
    supportedIdentityProviders: ['COGNITO'],
    ...overrides,
  }
}

/** As `appClient`, but refresh tokens rotate, as in infra/template.yaml. */
export function rotatingClient(overrides: Partial<AppClientConfig> = {}): AppClientConfig {
  return appClient({
    explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH'],
    rotation: { retryGraceSeconds: 10 },
    ...overrides,
  })
}

/** A pool that signs in by e-mail, like the one in infra/template.yaml. */
export function emailPool(overrides: Partial<UserPoolConfig> = {}): UserPoolConfig {
  const id = 'us-east-1_ExAmPlE01'
  return {
    id,
    name: 'people',
    arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${id}`,
    region: 'us-east-1',
    issuer: `http://localhost:9229/${id}`,
    usernameAttributes: ['email'],
    aliasAttributes: [],
    caseSensitive: false,
    autoVerifiedAttributes: ['email'],
    verifyBeforeUpdate: ['email'],
    sendsTextMessages: true,
    schema: standardSchema,
    passwordPolicy: {
      minimumLength: 8,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
      temporaryPasswordValidityDays: 7,
      passwordHistorySize: 0,
    },
    allowedFirstAuthFactors: ['PASSWORD'],
    passkeys: { relyingPartyId: 'localhost', userVerification: 'preferred', isMultiFactor: false },
    recoveryMechanisms: ['verified_email', 'verified_phone_number'],
    allowAdminCreateUserOnly: false,
    mfaConfiguration: 'OFF',
    enabledMfas: [],
    tier: 'ESSENTIALS',
    verificationMessage: {
      emailSubject: 'Your verification code',
      emailMessage: 'Your confirmation code is {####}',
      smsMessage: 'Your confirmation code is {####}',
    },
    signInCodeMessage: {
      emailSubject: 'Your authentication code',
      emailMessage: 'Your authentication code is {####}.',
      smsMessage: 'Your authentication code is {####}.',
    },
    invitationMessage: {
      emailSubject: 'Your temporary password',
      emailMessage: 'Your username is {username} and temporary password is {####}.',
      smsMessage: 'Your username is {username} and temporary password is {####}.',
    },
    clients: [appClient()],
    ...overrides,
  }
}

/** A pool whose usernames are names, as one gets by declaring nothing. */
export function plainPool(overrides: Partial<UserPoolConfig> = {}): UserPoolConfig {
  return emailPool({ usernameAttributes: [], verifyBeforeUpdate: [], ...overrides })
}
