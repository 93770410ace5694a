import { OAuthError } from './errors.ts'

/**
 * How an answer travels: in the query, in the fragment that no server sees, or in a form that the
 * browser posts.
 *
 * @see https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#ResponseModes
 */
export type ResponseMode = 'query' | 'fragment' | 'form_post'

/** Where an answer goes, proved to be the client's. */
export interface ReturnAddress {
  redirectUri: string
  responseMode: ResponseMode
  /** The client's own, returned as it came. */
  state: string | undefined
}

/** A fault that the client is told of, now that its redirect URI is proved. */
export class AuthorizationError extends Error {
  override readonly name = 'AuthorizationError'
  readonly error: OAuthError
  readonly to: ReturnAddress

  constructor(error: OAuthError, to: ReturnAddress) {
    super(error.message)
    this.error = error
    this.to = to
  }
}

/**
 * Runs the checks that come once the return address is proved.
 *
 * @throws AuthorizationError for every OAuthError of theirs.
 */
export function tellClient<Checked>(to: ReturnAddress, check: () => Checked): Checked {
  try {
    return check()
  } catch (error) {
    throw error instanceof OAuthError ? new AuthorizationError(error, to) : error
  }
}
