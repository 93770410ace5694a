/**
 * Every fault that ends on a page of ours, since there is no client to go back to or none that was
 * proved. Those with `isRedirected` go to `/error` first, as in AWS.
 */
export const pageErrors = {
  client_not_found: { status: 400, isRedirected: false },
  expired_page: { status: 403, isRedirected: false },
  foreign_post: { status: 403, isRedirected: false },
  invalid_request: { status: 400, isRedirected: true },
  login_pages_unavailable: { status: 403, isRedirected: false },
  logout_uri_mismatch: { status: 400, isRedirected: false },
  method_not_allowed: { status: 405, isRedirected: false },
  not_found: { status: 404, isRedirected: false },
  redirect_mismatch: { status: 400, isRedirected: true },
  server_error: { status: 500, isRedirected: false },
  unexpected_answer: { status: 400, isRedirected: false },
  unauthorized_client: { status: 400, isRedirected: true },
  unknown_identity_provider: { status: 400, isRedirected: false },
} as const

export type PageErrorCode = keyof typeof pageErrors

/** What the page says beside the cause: all of it was sent to us, and none of it is trusted. */
export interface PageErrorDetails {
  client_id?: string | undefined
  /** Where the app wanted to be called back. */
  redirect_uri?: string | undefined
  /** Name of the parameter at fault. */
  parameter?: string | undefined
  /** Its value. */
  sent?: string | undefined
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

export function isPageErrorCode(code: string): code is PageErrorCode {
  return Object.hasOwn(pageErrors, code)
}
