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
  const [header = '', payload = '', , ...others] = text.split('.')
  if (others.length > 0) return undefined
  const [read, claims] = [parse(header), parse(payload)]
  return read && claims && { name, header: read, claims }
}

function parse(part: string): Record<string, unknown> | undefined {
  try {
    const binary = atob(part.replace(/-/g, '+').replace(/_/g, '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
