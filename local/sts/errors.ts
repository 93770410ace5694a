import { AwsJsonError } from '../http/aws-json-error.ts'
import { AwsQueryError } from '../http/aws-query/aws-query-error.ts'
import { SignatureError, type SignatureErrorCode } from '../signature-v4/signature-error.ts'

/** Every error of STS, its own and those that all its operations have. */
export const stsErrors = {
  AccessDenied: 403,
  ExpiredToken: 403,
  ExpiredTokenException: 400,
  IncompleteSignature: 400,
  InvalidAction: 400,
  InvalidClientTokenId: 403,
  InvalidIdentityToken: 400,
  MalformedInput: 400,
  MalformedPolicyDocument: 400,
  MissingAuthenticationToken: 403,
  NotImplemented: 501,
  SignatureDoesNotMatch: 403,
  ValidationError: 400,
} as const

export type StsErrorCode = keyof typeof stsErrors

/** The only error that an STS operation answers with. */
export class StsError extends AwsQueryError {
  override readonly name = 'StsError'
  declare readonly code: StsErrorCode

  constructor(code: StsErrorCode, message: string) {
    super(code, stsErrors[code], message)
  }
}

/** The query protocol's names for what AWS's front door refuses. */
const namesOfRefusals: Readonly<Record<SignatureErrorCode, StsErrorCode>> = {
  AccessDeniedException: 'AccessDenied',
  ExpiredTokenException: 'ExpiredToken',
  IncompleteSignatureException: 'IncompleteSignature',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
  UnrecognizedClientException: 'InvalidClientTokenId',
}

/** @returns undefined for what is no fault of the caller's. */
export function stsErrorOf(error: unknown): StsError | undefined {
  if (error instanceof SignatureError) {
    return new StsError(namesOfRefusals[error.code], error.message)
  }
  return error instanceof AwsJsonError ? new StsError('MalformedInput', error.message) : undefined
}
