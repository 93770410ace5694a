import type { Shape, StringShape } from '../http/aws-json-shapes.ts'

/** Printable, no spaces: usernames, attribute names, e-mail addresses. */
const printable = {
  pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u,
  patternText: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
}
const noSpace = { pattern: /^\S+$/u, patternText: '[\\S]+' }

const clientId: StringShape = {
  type: 'string',
  sensitive: true,
  minLength: 1,
  maxLength: 128,
  pattern: /^[\w+]+$/,
  patternText: '[\\w+]+',
}
const username: StringShape = {
  type: 'string',
  sensitive: true,
  minLength: 1,
  maxLength: 128,
  ...printable,
}
/** The service's own constraint (6 characters, no outer space) is stricter than the SDK's model. */
const password: StringShape = {
  type: 'string',
  sensitive: true,
  minLength: 6,
  maxLength: 256,
  pattern: /^\S+.*\S+$/su,
  patternText: '^[\\S]+.*[\\S]+$',
}
const secretHash: StringShape = {
  type: 'string',
  sensitive: true,
  minLength: 1,
  maxLength: 128,
  pattern: /^[\w+=/]+$/,
  patternText: '[\\w+=/]+',
}
const code: StringShape = { type: 'string', minLength: 1, maxLength: 2048, ...noSpace }
const session: StringShape = { type: 'string', sensitive: true, minLength: 20, maxLength: 2048 }
const token: StringShape = {
  type: 'string',
  sensitive: true,
  pattern: /^[\w.=-]+$/,
  patternText: '[A-Za-z0-9-_=.]+',
}
const attributeName: StringShape = { type: 'string', minLength: 1, maxLength: 32, ...printable }
/** Somebody as an identity provider knows them; `Cognito` is the pool itself. */
const providerUser: Shape = {
  type: 'structure',
  members: {
    ProviderName: { type: 'string', minLength: 1, maxLength: 32, ...printable },
    ProviderAttributeName: { type: 'string', maxLength: 131_072 },
    ProviderAttributeValue: { type: 'string', maxLength: 131_072 },
  },
  required: [],
}
const attributeList: Shape = {
  type: 'list',
  of: {
    type: 'structure',
    members: { Name: attributeName, Value: { type: 'string', sensitive: true, maxLength: 2048 } },
    required: ['Name'],
  },
}
/** Passwords and refresh tokens come in maps of it. */
const text: Shape = { type: 'string', sensitive: true, maxLength: 131_072 }
const textMap: Shape = { type: 'map', of: text }
const challengeNames = [
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
]
const authFlows = [
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
]

/**
 * Every member that our user-pool operations take, by name. A name has one shape throughout the
 * service.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/Welcome.html
 */
export const userPoolShapes = {
  AccessToken: token,
  AnalyticsMetadata: {
    type: 'structure',
    members: { AnalyticsEndpointId: text },
    required: [],
  },
  AttributeName: attributeName,
  AttributesToGet: { type: 'list', of: attributeName },
  AuthFlow: { type: 'string', values: authFlows },
  AuthParameters: textMap,
  ChallengeName: { type: 'string', values: challengeNames },
  ChallengeResponses: textMap,
  ClientId: clientId,
  ClientMetadata: textMap,
  ClientSecret: {
    type: 'string',
    sensitive: true,
    minLength: 1,
    maxLength: 64,
    pattern: /^[\w+]+$/,
    patternText: '[\\w+]+',
  },
  Code: code,
  ConfirmationCode: code,
  DestinationUser: providerUser,
  DeviceKey: {
    type: 'string',
    minLength: 1,
    maxLength: 55,
    pattern: /^[\w-]+_[0-9a-f-]+$/,
    patternText: '[\\w-]+_[0-9a-f-]+',
  },
  Filter: { type: 'string', maxLength: 256 },
  ForceAliasCreation: { type: 'boolean' },
  Limit: { type: 'integer', min: 0, max: 60 },
  PaginationToken: { type: 'string', minLength: 1, ...noSpace },
  Password: password,
  PreviousPassword: password,
  ProposedPassword: password,
  RefreshToken: token,
  RevokeAssociatedSessions: { type: 'string', values: ['LINKED', 'NONE'] },
  SecretHash: secretHash,
  Session: session,
  SourceUser: providerUser,
  Token: token,
  User: providerUser,
  UserAttributeNames: { type: 'list', of: attributeName },
  UserAttributes: attributeList,
  UserContextData: {
    type: 'structure',
    members: { IpAddress: text, EncodedData: text },
    required: [],
  },
  UserPoolId: {
    type: 'string',
    minLength: 1,
    maxLength: 55,
    pattern: /^[\w-]+_[0-9a-zA-Z]+$/,
    patternText: '[\\w-]+_[0-9a-zA-Z]+',
  },
  Username: username,
  ValidationData: attributeList,
} as const satisfies Readonly<Record<string, Shape>>
