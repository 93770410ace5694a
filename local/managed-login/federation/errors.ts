/**
 * Why the answer of an identity provider signs nobody in. The app is told: as `error_description` of
 * `invalid_request`, in Cognito's own words where they are known.
 */
export class FederationError extends Error {
  override readonly name = 'FederationError'
}
