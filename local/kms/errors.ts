import { AwsJsonError } from '../http/aws-json-error.ts'

/** Every error of KMS. */
export const kmsErrors = {
  DryRunOperationException: 400,
  IncorrectKeyException: 400,
  InvalidCiphertextException: 400,
  InvalidKeyUsageException: 400,
  UnsupportedOperationException: 400,
  ValidationException: 400,
} as const

export type KmsErrorCode = keyof typeof kmsErrors

/** The only error that an operation of KMS answers with. */
export class KmsError extends AwsJsonError {
  override readonly name = 'KmsError'
  declare readonly code: KmsErrorCode

  /** @param message some have none. */
  constructor(code: KmsErrorCode, message?: string) {
    super(code, kmsErrors[code], message)
  }
}
