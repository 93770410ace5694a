import type { LambdaConfigType } from '@aws-sdk/client-cognito-identity-provider'

/** A trigger that user pools run, and the frame of its event. */
export interface Trigger {
  /** `version` of its event. */
  version: string
  /** `triggerSource` is one of them behind the trigger's name: the occasions that call it. */
  sources: readonly string[]
  /** In front of the source, where it is not the trigger's own name. */
  prefix?: string
  /** `response` as the function finds it: what it may change. */
  response: object
}

/**
 * The triggers that run, by their names in `LambdaConfig`. The template's reader takes these and no
 * others, and docs/parity.md lists their sources.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export const triggers = {
  /**
   * Before anything is kept of somebody who signs up, who is given an account, or who comes by a
   * provider for the first time.
   */
  PreSignUp: {
    version: '1',
    sources: ['SignUp', 'AdminCreateUser', 'ExternalProvider'],
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  },
  /** At each sign-in at a provider, before its claims are mapped: it may change them. */
  InboundFederation: {
    version: '1',
    sources: ['ExternalProvider'],
    response: { userAttributesToMap: {} },
  },
  /** After somebody has confirmed their account, or has set a new password by a code. */
  PostConfirmation: {
    version: '1',
    sources: ['ConfirmSignUp', 'ConfirmForgotPassword'],
    response: {},
  },
  /** When somebody is not there who signs in with a password or has forgotten it: it may bring them. */
  UserMigration: {
    version: '1',
    sources: ['Authentication', 'ForgotPassword'],
    response: {
      userAttributes: null,
      finalUserStatus: null,
      messageAction: null,
      desiredDeliveryMediums: null,
      forceAliasCreation: null,
      enableSMSMFA: null,
    },
  },
  /** Before what somebody says to be who they are by is looked at; it may refuse them. */
  PreAuthentication: { version: '1', sources: ['Authentication'], response: {} },
  /** After a sign-in has proved all there is to prove, before there are tokens; it may refuse them. */
  PostAuthentication: { version: '1', sources: ['Authentication'], response: {} },
  /** Of CUSTOM_AUTH: what is asked next, if anything. */
  DefineAuthChallenge: {
    version: '1',
    sources: ['Authentication'],
    response: { challengeName: null, issueTokens: null, failAuthentication: null },
  },
  /** Of CUSTOM_AUTH: the question. */
  CreateAuthChallenge: {
    version: '1',
    sources: ['Authentication'],
    response: {
      publicChallengeParameters: null,
      privateChallengeParameters: null,
      challengeMetadata: null,
    },
  },
  /** Of CUSTOM_AUTH: whether an answer is right. */
  VerifyAuthChallengeResponse: {
    version: '1',
    sources: ['Authentication'],
    response: { answerCorrect: null },
  },
  /** Before there are tokens of a sign-in, a refresh or an app client itself, whose claims, groups and scopes it may change. */
  PreTokenGeneration: {
    version: '1',
    prefix: 'TokenGeneration',
    sources: [
      'HostedAuth',
      'Authentication',
      'NewPasswordChallenge',
      'AuthenticateDevice',
      'RefreshTokens',
      'ClientCredentials',
    ],
    response: { claimsOverrideDetails: null },
  },
  /** Before each message with a code or a temporary password, whose words it may replace. */
  CustomMessage: {
    version: '1',
    sources: [
      'SignUp',
      'AdminCreateUser',
      'ResendCode',
      'Authentication',
      'ForgotPassword',
      'UpdateUserAttribute',
      'VerifyUserAttribute',
    ],
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  },
  /** In place of each mail: it gets the code encrypted, and sends it itself. */
  CustomEmailSender: {
    version: '1',
    sources: [
      'SignUp',
      'AdminCreateUser',
      'ResendCode',
      'Authentication',
      'ForgotPassword',
      'UpdateUserAttribute',
      'VerifyUserAttribute',
      'AccountTakeOverNotification',
    ],
    response: {},
  },
  /** The same of text messages. */
  CustomSMSSender: {
    version: '1',
    sources: [
      'SignUp',
      'AdminCreateUser',
      'ResendCode',
      'Authentication',
      'ForgotPassword',
      'UpdateUserAttribute',
      'VerifyUserAttribute',
    ],
    response: {},
  },
} as const satisfies Partial<Record<keyof LambdaConfigType, Trigger>>

export type TriggerName = keyof typeof triggers

export type TriggerSource<Name extends TriggerName> = (typeof triggers)[Name]['sources'][number]

/** `callerContext.clientId` where an administrator calls. */
export const noClientId = 'CLIENT_ID_NOT_APPLICABLE'
