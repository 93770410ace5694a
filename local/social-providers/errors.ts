/** Every fault that ends on a page, since there is no app to go back to or none that was proved. */
export const pageErrors = {
  expired_page: 403,
  foreign_post: 403,
  invalid_request: 400,
  method_not_allowed: 405,
  not_found: 404,
  redirect_uri_mismatch: 400,
  server_error: 500,
  unknown_client: 401,
} as const

export type PageErrorCode = keyof typeof pageErrors

export interface PageErrorDetails {
  /** Name of the parameter at fault. */
  parameter?: string
  /** Its value: it was sent to us, and is not trusted. */
  sent?: string
}

export class PageError extends Error {
  override readonly name = 'PageError'
  readonly code: PageErrorCode
  readonly details: PageErrorDetails

  constructor(code: PageErrorCode, details: PageErrorDetails = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
