import { AwsJsonError } from '../http/aws-json-error.ts'

/**
 * What AWS's front door answers before an operation is asked. No model has them: every service that
 * wants signatures answers with the same.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
 */
export type SignatureErrorCode =
  | 'AccessDeniedException'
  | 'ExpiredTokenException'
  | 'IncompleteSignatureException'
  | 'InvalidSignatureException'
  | 'MissingAuthenticationTokenException'
  | 'UnrecognizedClientException'

export class SignatureError extends AwsJsonError {
  override readonly name = 'SignatureError'
  declare readonly code: SignatureErrorCode

  constructor(code: SignatureErrorCode, message: string) {
    super(code, 400, message)
  }
}
