/** What `tests/data/shape-N/facts.json` tells of the folder beside it, for whoever opens it later. */
export interface Facts {
  /** On the clock of the local AWS that wrote it. Tokens and codes run out, counted from here. */
  writtenAtMs: number
  /** Issuer and logins carry it. */
  cognitoUrl: string
  s3Url: string
  userPoolId: string
  userPoolClientId: string
  identityPoolId: string
  bucket: string
  /** Of the public keys that tokens are checked with. */
  keyIds: string[]
  /** Confirmed and signed in. */
  ada: {
    email: string
    password: string
    refreshToken: string
    identityId: string
    credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string }
  }
  /** Objects below `users/{identityId}/`, with their text. */
  objects: Record<string, string>
  /** An upload in parts that nobody has completed. */
  upload: { key: string; id: string; etag: string; text: string }
  /** Signed up and not confirmed. */
  bob: { email: string; password: string; code: string }
  /** Has forgotten her password. */
  grace: { email: string; code: string; newPassword: string }
  /** Came from Google. */
  social: { username: string; refreshToken: string }
}
