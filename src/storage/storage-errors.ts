/** What happened, in the terms of the person it happened to. */
export type StorageTrouble =
  | 'offline'
  | 'unreachable'
  | 'busy'
  | 'expired'
  | 'signedOut'
  | 'denied'
  | 'notConfigured'
  | 'noIdentityPool'
  | 'noRole'
  | 'noBucket'
  | 'wrongRegion'
  | 'clock'
  | 'tooLarge'
  | 'cancelled'
  | 'conflict'
  | 'unknown'

export interface StorageProblem {
  trouble: StorageTrouble
  /** The exception's name, for those who look it up. */
  code: string
  /** The IAM action that the operation needs. */
  action: string
}

export interface StorageOperation {
  action: string
  troubles: ReadonlyMap<string, StorageTrouble>
}

/** Exception name → trouble, wherever it means the same for every operation. */
const common: readonly [string, StorageTrouble][] = [
  ['AccessDenied', 'denied'],
  ['403', 'denied'],
  ['AllAccessDisabled', 'denied'],
  ['AuthorizationHeaderMalformed', 'wrongRegion'],
  ['IllegalLocationConstraintException', 'wrongRegion'],
  ['PermanentRedirect', 'wrongRegion'],
  ['TemporaryRedirect', 'wrongRegion'],
  ['301', 'wrongRegion'],
  ['NoSuchBucket', 'noBucket'],
  ['NoBucket', 'notConfigured'],
  ['NoRegion', 'notConfigured'],
  ['DnsIncompatibleBucketName', 'noBucket'],
  ['ExpiredToken', 'expired'],
  ['ExpiredTokenException', 'expired'],
  ['TokenRefreshRequired', 'expired'],
  ['InvalidToken', 'expired'],
  ['InvalidAccessKeyId', 'expired'],
  ['NoCredentials', 'signedOut'],
  ['NoIdentityId', 'notConfigured'],
  // The identity pool's: whoever is signed in has a user pool and an app client.
  ['ResourceNotFoundException', 'noIdentityPool'],
  ['InvalidIdentityPoolConfigurationException', 'noRole'],
  ['NotAuthorizedException', 'signedOut'],
  ['TokenRefreshException', 'signedOut'],
  ['UserNotFoundException', 'signedOut'],
  ['UserUnAuthenticatedException', 'signedOut'],
  ['RequestExpired', 'clock'],
  ['RequestTimeTooSkewed', 'clock'],
  ['AuthUnavailableError', 'unreachable'],
  ['ERR_NETWORK', 'unreachable'],
  ['NetworkError', 'unreachable'],
  ['InternalError', 'busy'],
  ['InternalErrorException', 'busy'],
  ['LimitExceededException', 'busy'],
  ['RequestTimeout', 'busy'],
  ['ServiceUnavailable', 'busy'],
  ['SlowDown', 'busy'],
  ['TooManyRequestsException', 'busy'],
  ['500', 'busy'],
  ['502', 'busy'],
  ['503', 'busy'],
  ['504', 'busy'],
  ['EntityTooLarge', 'tooLarge'],
  ['MaxMessageLengthExceeded', 'tooLarge'],
  ['ObjectIsTooLarge', 'tooLarge'],
  ['AbortError', 'cancelled'],
  ['CanceledError', 'cancelled'],
  ['ERR_ABORTED', 'unreachable'],
  ['ERR_CANCELED', 'cancelled'],
]

function operation(action: string, own: readonly [string, StorageTrouble][]): StorageOperation {
  return { action, troubles: new Map([...common, ...own]) }
}

export const reading = operation('s3:GetObject', [])
export const removing = operation('s3:DeleteObject', [])
export const uploading = operation('s3:PutObject', [])
/** NoSuchKey answers If-Match when the object was deleted meanwhile: that is a conflict too. */
export const writing = operation('s3:PutObject', [
  ['PreconditionFailed', 'conflict'],
  ['ConditionalRequestConflict', 'conflict'],
  ['NoSuchKey', 'conflict'],
])

/**
 * @param isOnline what the browser believes; false is reliable, true is not.
 * @throws `error` itself when it is no error of a service or of Amplify but a fault in the app.
 */
export function storageProblem(
  error: unknown,
  { action, troubles }: StorageOperation,
  isOnline: boolean,
): StorageProblem {
  if (!(error instanceof Error) || programmingErrors.some((type) => error instanceof type)) {
    throw error
  }
  const trouble = troubles.get(error.name) ?? 'unknown'
  const isOffline = trouble === 'unreachable' && !isOnline
  return { trouble: isOffline ? 'offline' : trouble, code: error.name, action }
}

const programmingErrors = [TypeError, RangeError, ReferenceError]
