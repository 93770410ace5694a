import { remoteAddress } from './wire-request.ts'

/** Who sent a request, as far as it tells. */
export interface Sender {
  /** `User-Agent`, cut where it is longer than anybody reads. */
  userAgent: string | undefined
  ipAddress: string
  /** Undefined where nobody says. */
  place?: Place | undefined
}

/** Where on earth somebody is. */
export interface Place {
  city: string
  country: string
  /** Degrees, north and east. */
  latitude: number
  longitude: number
}

const longestUserAgent = 1024

/**
 * On one machine everybody has one address, and that has no place. So requests may say another by
 * headers that only the local AWS knows: `X-Local-IP-Address` and `X-Local-Place` (docs/local-api.md).
 */
export function senderOf(request: Request): Sender {
  const { headers } = request
  const said = headers.get('x-local-ip-address') ?? ''
  return {
    userAgent: headers.get('user-agent')?.slice(0, longestUserAgent),
    // Where nobody has connected, it is a page of this very browser.
    ipAddress: isAddress(said) ? said : (remoteAddress(request) ?? '127.0.0.1'),
    place: parsePlace(headers.get('x-local-place') ?? ''),
  }
}

/**
 * `City; Country; latitude; longitude`, the names percent-encoded where they are not ASCII.
 *
 * @returns undefined for anything else.
 */
export function parsePlace(text: string): Place | undefined {
  const [city, country, latitude, longitude, ...rest] = text.split(';').map((part) => part.trim())
  if (!city || !country || !latitude || !longitude || rest.length > 0) return undefined
  const degrees = [Number(latitude), Number(longitude)] as const
  if (!(Math.abs(degrees[0]) <= 90 && Math.abs(degrees[1]) <= 180)) return undefined
  return {
    city: decoded(city),
    country: decoded(country),
    latitude: degrees[0],
    longitude: degrees[1],
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function isAddress(text: string): boolean {
  return /^[\da-fA-F]*[.:][\da-fA-F.:]+$/.test(text)
}
