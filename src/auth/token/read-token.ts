/** A JWT taken apart. Nothing of it is verified; `proveSignature` does that. */
export interface ReadToken {
  text: string
  header: Readonly<Record<string, unknown>>
  /** Undefined where it is encrypted, as Cognito's refresh tokens are. */
  claims: Readonly<Record<string, unknown>> | undefined
}

/** @returns undefined for a text that is no JWT. */
export function readToken(text: string): ReadToken | undefined {
  const parts = text.trim().split('.')
  const header = parseJson(parts[0] ?? '')
  // A JWS has three parts, a JWE five: https://www.rfc-editor.org/rfc/rfc7516#section-9
  if (!header || (parts.length !== 3 && parts.length !== 5)) return undefined
  const claims = parts.length === 3 ? parseJson(parts[1] ?? '') : undefined
  if (parts.length === 3 && !claims) return undefined
  return { text: text.trim(), header, claims }
}

export function bytesOfBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

function parseJson(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytesOfBase64url(part)))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
