type Claims = Readonly<Record<string, unknown>>

interface Expected {
  userPoolId?: string
  userPoolClientId?: string
}

/**
 * Whether an ID token is this pool's, for this app client. What it says is shown to the person, and
 * decides nothing: AWS alone checks signatures. Amplify has renewed a token that has expired.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 */
export function isOwnIdToken(claims: Claims, { userPoolId, userPoolClientId }: Expected): boolean {
  const { iss, aud, token_use: use } = claims
  const isOwnIssuer = typeof iss === 'string' && iss.endsWith(`/${userPoolId ?? ''}`)
  return isOwnIssuer && aud === userPoolClientId && use === 'id'
}

/** What each token has of its own, whoever it is for. */
const passing = new Set([
  'at_hash',
  'auth_time',
  'event_id',
  'exp',
  'iat',
  'jti',
  'nonce',
  'origin_jti',
])

/** The same text for two ID tokens that say the same of the same person. */
export function fingerprintOf(claims: Claims): string {
  const lasting = Object.entries(claims).filter(([name]) => !passing.has(name))
  return JSON.stringify(lasting.sort(([one], [other]) => (one < other ? -1 : 1)))
}
