import type { Clock } from '../core/ports/clock.ts'
import type { CookieJar } from '../core/ports/cookie-jar.ts'
import type { Service } from '../core/ports/service.ts'
import { cookiesOf } from '../http/cookies.ts'
import { receive } from './receive.ts'

interface KeptCookie {
  name: string
  value: string
  path: string
  endsAtMs: number
}

/** Answers at once. */
interface MemoryCookieJar extends CookieJar {
  header(url: string): string
  keep(url: string, setCookie: string): void
}

/**
 * The cookies of one origin in memory, for a service worker. Scripts of pages cannot read them. Of the
 * attributes it minds `Path` and `Max-Age`; without the latter a cookie lasts as long as the jar.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6265 (section 5.3 and 5.4)
 */
export function createCookieJar(clock: Clock): MemoryCookieJar {
  const now = () => clock.now()
  const cookies = new Map<string, KeptCookie>()
  return {
    header(url) {
      const { pathname } = new URL(url)
      return [...cookies.values()]
        .filter(({ path, endsAtMs }) => endsAtMs > now() && isBelow(path, pathname))
        .sort((one, other) => other.path.length - one.path.length)
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ')
    },
    keep(_url, setCookie) {
      const cookie = parse(setCookie, now())
      cookies.set(`${cookie.path};${cookie.name}`, cookie)
    },
  }
}

/** A service whose browser has its cookies in `jar`. */
export function withCookieJar(service: Service, jar: CookieJar): Service {
  return async (request) => {
    const response = await service(await receive(request, await jar.header(request.url)))
    for (const value of cookiesOf(response)) await jar.keep(request.url, value)
    return response
  }
}

function parse(setCookie: string, nowMs: number): KeptCookie {
  const [pair = '', ...rest] = setCookie.split(';')
  const attributes = new Map(
    rest.map((part) => {
      const [name = '', value = ''] = part.trim().split('=')
      return [name.toLowerCase(), value]
    }),
  )
  const at = pair.indexOf('=')
  const maxAge = attributes.get('max-age')
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    path: attributes.get('path') ?? '/',
    endsAtMs: maxAge === undefined ? Infinity : nowMs + Number(maxAge) * 1000,
  }
}

function isBelow(path: string, pathname: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}
