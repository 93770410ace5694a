import { isSecretName } from './secret-names.ts'
import { jwtPattern, readJwt, type ReadJwt } from './read-jwt.ts'

export const mask = '•••'

interface Masked {
  text: string
  tokens: readonly ReadJwt[]
}

/**
 * A body, a query or an error document without its secrets. What cannot be read as one of the three is
 * left out whole: what nobody has looked at may hold anything.
 */
export function maskBody(text: string): Masked {
  const tokens: ReadJwt[] = []
  const json = parseJson(text)
  if (json !== undefined) return { text: JSON.stringify(maskValue('', json, tokens)), tokens }
  if (/^\s*</.test(text)) return { text: maskXml(text), tokens }
  if (/^[\w.~%+*-]+=[^\s<]*$/.test(text)) return { text: maskQuery(text, tokens), tokens }
  return { text: mask, tokens }
}

/** @returns the address with the secrets of its query masked, and without its fragment. */
export function maskUrl(address: string): string {
  const url = new URL(address)
  const query = url.search.slice(1)
  return url.origin + url.pathname + (query && `?${maskQuery(query, [])}`)
}

function maskQuery(query: string, tokens: ReadJwt[]): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => {
      const masked = String(maskValue(name, value, tokens))
      return `${name}=${masked === value ? encodeURIComponent(value) : masked}`
    })
    .join('&')
}

/** Below a name that is a secret's, everything is. */
function maskValue(name: string, value: unknown, tokens: ReadJwt[]): unknown {
  const isSecret = isSecretName(name)
  if (Array.isArray(value)) return value.map((each) => maskValue(name, each, tokens))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        maskValue(isSecret ? name : key, each, tokens),
      ]),
    )
  }
  if (typeof value !== 'string') return isSecret && value !== null ? mask : value
  for (const [jwt] of value.matchAll(jwtPattern)) {
    const read = readJwt(name, jwt)
    if (read) tokens.push(read)
  }
  return isSecret ? mask : maskLooseText(value)
}

/** What looks like a token or a key, wherever it stands. */
function maskLooseText(text: string): string {
  return text
    .replace(jwtPattern, mask)
    .replace(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g, mask)
    .replace(/[A-Za-z0-9+/_=-]{64,}/g, mask)
}

function maskXml(xml: string): string {
  return maskLooseText(
    xml.replace(/<(\w+)>([^<]*)<\/\1>/g, (whole, name: string) =>
      isSecretName(name) && !(name === 'Code') ? `<${name}>${mask}</${name}>` : whole,
    ),
  )
}

function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
