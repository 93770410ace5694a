/** There is no token, or it is not that of this run. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
}

/** What the local AWS, or an operation of AWS's that it was asked to run, has refused. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: number
  /** Of the exception, where AWS has one: e.g. `UserNotFoundException`. */
  readonly exception: string | undefined

  constructor(status: number, message: string, exception?: string) {
    super(message)
    this.status = status
    this.exception = exception
  }
}

/** What can be shown beside what was tried. @throws `error` itself, where it is no refusal. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof RefusedError)) throw error
  return [error.exception, error.message].filter(Boolean).join(': ')
}
