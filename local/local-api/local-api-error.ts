/** What a call of `/_local` is refused with: `{"message": …}`. */
export class LocalApiError extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'LocalApiError'
    this.status = status
    this.headers = headers
  }
}
