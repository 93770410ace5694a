/**
 * An error that the AWS JSON 1.1 edge answers as it is. Services derive one class each, whose codes
 * are a closed catalogue; whatever else is thrown becomes an InternalErrorException.
 */
export class AwsJsonError extends Error {
  override readonly name: string = 'AwsJsonError'
  readonly code: string
  readonly status: number
  /** Undefined where the service sends none. */
  readonly wireMessage: string | undefined

  constructor(code: string, status: number, message?: string) {
    super(message ?? code)
    this.code = code
    this.status = status
    this.wireMessage = message
  }
}
