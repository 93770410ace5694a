import { AwsJsonError } from '../http/aws-json-error.ts'

/** Every error of an identity pool. All faults of the caller are 400 on the wire. */
export const identityPoolErrors = {
  InvalidIdentityPoolConfigurationException: 400,
  InvalidParameterException: 400,
  LimitExceededException: 400,
  NotAuthorizedException: 400,
  ResourceConflictException: 400,
  ResourceNotFoundException: 400,
  ValidationException: 400,
} as const

export type IdentityPoolErrorCode = keyof typeof identityPoolErrors

/** The only error that an identity-pool operation answers with. */
export class IdentityPoolError extends AwsJsonError {
  override readonly name = 'IdentityPoolError'
  declare readonly code: IdentityPoolErrorCode

  constructor(code: IdentityPoolErrorCode, message: string) {
    super(code, identityPoolErrors[code], message)
  }
}

/** The same words for guests and for logins that do not fit: nobody learns whose identity it is. */
export function notAuthorized(message: string): IdentityPoolError {
  return new IdentityPoolError('NotAuthorizedException', message)
}
