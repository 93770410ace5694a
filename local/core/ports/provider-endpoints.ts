/** Where an identity provider answers: what a user pool calls, and where it sends browsers. */
export interface ProviderEndpoints {
  /** `iss` of its ID tokens, and the base URL of its discovery document; no trailing slash. */
  issuer: string
  authorizeUrl: string
  tokenUrl: string
  userInfoUrl: string
  jwksUri: string
}
