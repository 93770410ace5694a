/**
 * Why the answer of an identity provider signs nobody in. The app is told: as `error_description` of
 * `invalid_request`, in Cognito's own words where they are known.
 */
export class FederationError extends Error {
  override readonly name = 'FederationError'

  constructor(message: string) {
    super(printable(message))
  }
}

/** What a provider says, without the characters that no error may have (RFC 6749, section 4.1.2.1). */
export function printable(text: string): string {
  return text.replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?').slice(0, 1024)
}
