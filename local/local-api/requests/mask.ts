import { isObject } from '../../core/encoding/is-object.ts'
import { parseUrl } from '../../core/encoding/parse-url.ts'

/** What stands in the place of a secret, whatever its length. */
const masked = '***'

/**
 * Names of passwords, codes, tokens, keys, proofs and cookies, as AWS, OAuth and the challenges of
 * Cognito spell them, and of what a mail says, which may be a link that signs in. A name too many costs a value that somebody would have liked to see.
 */
const secretName =
  /^data$|password|plaintext|code$|_code|secret|token|session|answer|credential|assertion|signature|verifier|proof|cookie|authorization|saml|hash$|^state$|^nonce$|^salt$|challenge$|logins/i

/** Of these the name sounds like a secret, and the value is none. */
const harmless = new Set([
  'code_challenge_method',
  'DeviceRememberedStatus',
  'PaginationToken',
  'NextToken',
  'PREFERRED_CHALLENGE',
  'SessionTrackingConfiguration',
  'TokenType',
  'token_type',
  'token_use',
  'X-Amz-SignedHeaders',
])

const jwt = /\beyJ[\w-]+\.[\w-]*\.?[\w-]*(?:\.[\w-]*){0,2}/g

function isSecret(name: string): boolean {
  return secretName.test(name) && !harmless.has(name)
}

/** A JSON value with all that is secret in it masked. */
export function maskJson(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => maskJson(item, name))
  if (isObject(value)) {
    const isAllSecret = name === 'Logins' || name === 'Credentials'
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        isAllSecret && typeof item === 'string' && key !== 'AccessKeyId'
          ? masked
          : maskJson(item, key),
      ]),
    )
  }
  if (typeof value === 'string') return isSecret(name) ? masked : maskText(value)
  return value
}

/** Pairs of a form or a query. */
export function maskPairs(pairs: Iterable<readonly [name: string, value: string]>) {
  return Array.from(
    pairs,
    ([name, value]) => [name, isSecret(name) ? masked : maskText(value)] as const,
  )
}

/** An address whose query and fragment may hold codes, tokens and signatures. */
export function maskUrl(text: string): string {
  const url = parseUrl(text)
  if (!url) return maskText(text)
  const query = (search: string) =>
    maskPairs(new URLSearchParams(search))
      .map(([name, value]) => `${name}=${value === masked ? masked : encodeURIComponent(value)}`)
      .join('&')
  const { origin, pathname, search, hash } = url
  const place = origin === 'null' ? `${url.protocol}//${url.host}${pathname}` : origin + pathname
  return place + (search && `?${query(search.slice(1))}`) + (hash && `#${query(hash.slice(1))}`)
}

export function maskHeaders(headers: Headers): Record<string, string> {
  const isAddress = (name: string) => name === 'location' || name === 'referer'
  return Object.fromEntries(
    [...headers].map(([name, value]) => [
      name,
      isSecret(name) ? masked : isAddress(name) ? maskUrl(value) : maskText(value),
    ]),
  )
}

/** The text of elements with the name of a secret, and tokens anywhere. */
export function maskXml(text: string): string {
  return maskText(
    text.replaceAll(/<([\w:-]+)>([^<]+)<\/\1>/g, (whole, name: string) =>
      isSecret(name) && name !== 'Code' ? `<${name}>${masked}</${name}>` : whole,
    ),
  )
}

/** JSON Web Tokens are secret wherever they stand. */
function maskText(text: string): string {
  return text.replaceAll(jwt, masked)
}
