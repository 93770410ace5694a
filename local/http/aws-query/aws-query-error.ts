/**
 * An error that the query edge answers as it is. Services derive one class each, whose codes are a
 * closed catalogue.
 */
export class AwsQueryError extends Error {
  override readonly name: string = 'AwsQueryError'
  readonly code: string
  readonly status: number

  constructor(code: string, status: number, message: string) {
    super(message)
    this.code = code
    this.status = status
  }
}
