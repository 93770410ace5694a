import { AwsJsonError } from '../http/aws-json-error.ts'

/** Every error of SES, as far as it is here. */
export const sesErrors = {
  BadRequestException: 400,
  MessageRejected: 400,
} as const

type SesErrorCode = keyof typeof sesErrors

/** The only error that an operation of SES answers with. */
export class SesError extends AwsJsonError {
  override readonly name = 'SesError'

  constructor(code: SesErrorCode, message: string) {
    super(code, sesErrors[code], message)
  }
}
