import { parseUrl } from '../core/encoding/parse-url.ts'
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

const addressHeader = 'X-Local-IP-Address'
const placeHeader = 'X-Local-Place'

/**
 * On one machine everybody has one address, and that has no place. So requests may say another by
 * headers that only the local AWS knows: `X-Local-IP-Address` and `X-Local-Place` (docs/local-api.md).
 * Those of a request that `findSenderFault` has let through can be read.
 */
export function senderOf(request: Request): Sender {
  const { headers } = request
  return {
    userAgent: headers.get('user-agent')?.slice(0, longestUserAgent),
    // Where nobody has connected, it is a page of this very browser.
    ipAddress: headers.get(addressHeader) ?? remoteAddress(request) ?? '127.0.0.1',
    place: parsePlace(headers.get(placeHeader) ?? ''),
  }
}

/** What a request says of its sender and cannot be read, in a sentence that names the header. */
export function findSenderFault({ headers }: Request): string | undefined {
  const address = headers.get(addressHeader)
  if (address !== null && !isAddress(address)) {
    return `${addressHeader} is an IPv4 or IPv6 address, as in 198.51.100.7.`
  }
  const place = headers.get(placeHeader)
  return place === null ? undefined : findPlaceFault(place)
}

export function findPlaceFault(text: string): string | undefined {
  if (parsePlace(text)) return undefined
  return `${placeHeader} is a city, a country, a latitude and a longitude, as in Berlin; DE; 52.52; 13.40.`
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
  const parts = text.split('.')
  const isV4 = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && +part <= 255)
  return (
    isV4 || (/^[\da-f:.]*:[\da-f:.]*$/i.test(text) && parseUrl(`http://[${text}]/`) !== undefined)
  )
}
