/** A JWT taken apart. Nothing of it is verified. */
interface JwtParts {
  header: Readonly<Record<string, unknown>>
  /** Undefined where it is encrypted, as Cognito's refresh tokens are. */
  claims: Readonly<Record<string, unknown>> | undefined
}

/** What a JWT says, without the signature that would make it a key. */
export interface ReadJwt {
  /** Name of the member that it was in. */
  name: string
  header: Readonly<Record<string, unknown>>
  claims: Readonly<Record<string, unknown>>
}

export const jwtPattern = /eyJ[\w-]+\.[\w-]+\.[\w-]*(?:\.[\w-]+\.[\w-]+)?/g

/** @returns undefined for what is none, or is encrypted. */
export function readJwt(name: string, text: string): ReadJwt | undefined {
  const { header, claims } = takeJwtApart(text) ?? {}
  return header && claims && { name, header, claims }
}

/** @returns undefined for a text that is no JWT. */
export function takeJwtApart(text: string): JwtParts | undefined {
  const parts = text.split('.')
  const header = parseJson(parts[0] ?? '')
  // A JWS has three parts, a JWE five: https://www.rfc-editor.org/rfc/rfc7516#section-9
  if (!header || (parts.length !== 3 && parts.length !== 5)) return undefined
  const claims = parts.length === 3 ? parseJson(parts[1] ?? '') : undefined
  return parts.length === 3 && !claims ? undefined : { header, claims }
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
