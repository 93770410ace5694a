/**
 * Findings hold no secret to begin with. This is for what AWS may quote in an answer, before it is
 * shown, copied and passed on.
 */
const secrets: readonly (readonly [RegExp, string])[] = [
  // JWTs, and the encrypted refresh tokens that look alike.
  [/\beyJ[\w-]+(\.[\w-]*)+/g, 'eyJ…'],
  // Access key IDs, temporary or not: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  [/\b(AKIA|ASIA)[A-Z0-9]{12,}\b/g, '$1…'],
  [
    /\b(X-Amz-(?:Security-Token|Signature|Credential)|code|state|nonce|token|password|client_secret|code_verifier|(?:id|access|refresh)_token)=[^&\s"'”]+/gi,
    '$1=…',
  ],
]

const address = /[\w.%+-]+@(?=[\w-]+\.[\w.-]+)/g

export function maskSecrets(text: string): string {
  return secrets.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), text)
}

/** For others to read: who it happened to is none of their business either. */
export function maskPersonal(text: string): string {
  return maskSecrets(text).replace(address, (match) => `${match.charAt(0)}***@`)
}
