import { AwsJsonError } from '../http/aws-json-error.ts'

/**
 * Every error of a user pool, with its HTTP status. The wire says 400 for all faults of the caller,
 * whatever the SDK's model annotates: so Cognito answered ResourceNotFound, UserNotFound and
 * NotAuthorized in what https://github.com/radkawar/stackd keeps (testdata/aws/cognito). Amplify would ask three times at 429.
 */
export const userPoolErrors = {
  AliasExistsException: 400,
  CodeDeliveryFailureException: 400,
  CodeMismatchException: 400,
  DeviceKeyExistsException: 400,
  EnableSoftwareTokenMFAException: 400,
  ExpiredCodeException: 400,
  FeatureUnavailableInTierException: 400,
  GroupExistsException: 400,
  InvalidLambdaResponseException: 400,
  InvalidParameterException: 400,
  InvalidPasswordException: 400,
  LimitExceededException: 400,
  NotAuthorizedException: 400,
  PasswordHistoryPolicyViolationException: 400,
  PasswordResetRequiredException: 400,
  PreconditionNotMetException: 400,
  RefreshTokenReuseException: 400,
  ResourceNotFoundException: 400,
  ScopeDoesNotExistException: 400,
  SoftwareTokenMFANotFoundException: 400,
  TooManyFailedAttemptsException: 400,
  UnauthorizedException: 400,
  UnexpectedLambdaException: 400,
  UnsupportedOperationException: 400,
  UnsupportedTokenTypeException: 400,
  UnsupportedUserStateException: 400,
  UserImportInProgressException: 400,
  UserLambdaValidationException: 400,
  UserNotConfirmedException: 400,
  UserNotFoundException: 400,
  UserPoolAddOnNotEnabledException: 400,
  UsernameExistsException: 400,
  WebAuthnChallengeNotFoundException: 400,
  WebAuthnClientMismatchException: 400,
  WebAuthnConfigurationMissingException: 400,
  WebAuthnCredentialNotSupportedException: 400,
  WebAuthnNotEnabledException: 400,
  WebAuthnOriginNotAllowedException: 400,
  WebAuthnRelyingPartyMismatchException: 400,
} as const

export type UserPoolErrorCode = keyof typeof userPoolErrors

/** The only error that a user-pool operation answers with. A few of the real ones have no message. */
export class UserPoolError extends AwsJsonError {
  override readonly name = 'UserPoolError'
  declare readonly code: UserPoolErrorCode

  constructor(code: UserPoolErrorCode, message?: string) {
    super(code, userPoolErrors[code], message)
  }
}
