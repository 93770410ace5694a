import { parseBase64, toBase64Url } from '../encoding/base64.ts'
import { isObject } from '../encoding/is-object.ts'

/** A key that signs, prepared once (RFC 7518, sections 3.3 and 3.4). */
export interface JwtSigner {
  kid: string
  alg: 'RS256' | 'ES256'
  sign: (signingInput: string) => Promise<Uint8Array>
}

export type JwtClaims = Readonly<Record<string, unknown>>

/** What a JWT says before anybody has checked its signature. */
export interface UncheckedJwt {
  header: JwtClaims
  claims: JwtClaims
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** A compact JWS (RFC 7515, section 7.1) over `claims`, which keep their order. */
export async function signJwt({ kid, alg, sign }: JwtSigner, claims: object): Promise<string> {
  const signingInput = `${encodePart({ kid, alg })}.${encodePart(claims)}`
  return `${signingInput}.${toBase64Url(await sign(signingInput))}`
}

/** Undefined when `token` is not three parts, of which the first two are JSON objects. */
export function decodeJwt(token: string): UncheckedJwt | undefined {
  const parts = token.split('.')
  const header = decodePart(parts[0])
  const claims = decodePart(parts[1])
  return parts.length === 3 && header && claims ? { header, claims } : undefined
}

function encodePart(value: object): string {
  return toBase64Url(encoder.encode(JSON.stringify(value)))
}

function decodePart(part = ''): JwtClaims | undefined {
  const bytes = parseBase64(part)
  if (!bytes) return undefined
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
