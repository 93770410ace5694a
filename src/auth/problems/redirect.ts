import type { Problem, Problems } from './problem.ts'

/**
 * OAuth's error codes, from the address or from the token endpoint, and the names of what Amplify
 * throws on the way.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2.1
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthError
 */
export const redirectProblems: Problems = new Map<string, Problem>([
  ['access_denied', { key: 'redirect-cancelled' }],
  ['invalid_grant', { key: 'redirect-expired' }],
  ['login_required', { key: 'redirect-expired' }],
  ['redirect_mismatch', { key: 'redirect-mismatch' }],
  ['InvalidOriginException', { key: 'redirect-mismatch' }],
  ['InvalidRedirectException', { key: 'redirect-mismatch' }],
  ['invalid_scope', { key: 'redirect-misconfigured' }],
  ['unauthorized_client', { key: 'redirect-misconfigured' }],
  ['invalid_client', { key: 'redirect-misconfigured' }],
  ['unsupported_response_type', { key: 'redirect-misconfigured' }],
  ['unsupported_grant_type', { key: 'redirect-misconfigured' }],
  ['invalid_request', { key: 'redirect-refused' }],
  ['ForgetfulBrowser', { key: 'redirect-forgetful' }],
  ['server_error', { key: 'redirect-failed' }],
  ['temporarily_unavailable', { key: 'redirect-failed' }],
  // Amplify's name for a `state` that is not the stored one, and ours for such a `nonce`.
  ['oauthSignInError', { key: 'redirect-stray' }],
  ['NonceMismatch', { key: 'redirect-stray' }],
])

/**
 * Cognito answers most of what goes wrong with a provider as `invalid_request`, and says what it was
 * in the description alone.
 */
const described: readonly (readonly [RegExp, Problem])[] = [
  [/already found an entry for username/i, { key: 'redirect-linked' }],
  [/^attributes required/i, { key: 'redirect-attributes' }],
  [/^user is not enabled/i, { key: 'redirect-disabled' }],
  [/^invalid_scope|attribute cannot be updated/i, { key: 'redirect-misconfigured' }],
  [/failed with error|invocation failed/i, { key: 'refused-by-rule' }],
  [/^timeout|^connection reset|^read timed out/i, { key: 'redirect-provider-down' }],
  [/ error - /i, { key: 'redirect-provider-refused' }],
]

/** @param code OAuth's error code. */
export function redirectProblem(code: string, description: string | undefined): Problem {
  const match = described.find(([pattern]) => pattern.test(description ?? ''))
  return match?.[1] ?? redirectProblems.get(code) ?? { key: 'unexpected' }
}
