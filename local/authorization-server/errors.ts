/**
 * Every error that a client is told of (RFC 6749, sections 4.1.2.1 and 5.2; RFC 7009, section 2.2.1;
 * RFC 6750, section 3.1; OpenID Connect Core 1.0, section 3.1.2.6), with its HTTP status where it is
 * not a redirect.
 * `invalid_client` answers 400 at the token endpoint, as Cognito's does.
 */
export const oauthErrors = {
  consent_required: 400,
  invalid_client: 400,
  invalid_grant: 400,
  invalid_request: 400,
  invalid_scope: 400,
  invalid_token: 401,
  login_required: 400,
  request_not_supported: 400,
  request_uri_not_supported: 400,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
  unsupported_response_type: 400,
  unsupported_token_type: 400,
} as const

export type OAuthErrorCode = keyof typeof oauthErrors

/** What an endpoint for programs answers with, or what a redirect carries back to the client. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError'
  readonly code: OAuthErrorCode
  /** `error_description`; some of Cognito's errors are bare. */
  readonly description: string | undefined

  constructor(code: OAuthErrorCode, description?: string) {
    super(description ?? code)
    this.code = code
    this.description = description
  }

  get status(): number {
    return oauthErrors[this.code]
  }

  /** As members of a JSON answer or parameters of a redirect. */
  toParameters(): Record<string, string> {
    const { code, description } = this
    return { error: code, ...(description !== undefined && { error_description: description }) }
  }
}
