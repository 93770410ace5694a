import { expect, vi } from 'vitest'
import { installLocalMode, localUrl } from '../../../src/local-mode.ts'
import { test as base } from './app-stand-in.ts'
import {
  createPageVisitor,
  type PageVisitor,
  type VisitedPage,
} from '../managed-login/page-visitor.ts'
import { startStandIn, type TestStandIn } from '../stand-in.ts'

/** What jsdom has no notion of: a browser that leaves a page for another site, and comes back. */
export interface RedirectingBrowser {
  /** The other site's pages, for the same person. */
  visitor: PageVisitor
  /** Where scripts have sent the browser, oldest first, as they spelled it. */
  readonly left: readonly URL[]
  /** Opens the address that a script has sent the browser to last. */
  follow: () => Promise<VisitedPage>
  /** Puts an address of the app in the address bar. @returns its path, for a router. */
  arrive: (url: string | URL) => string
  /** How often the token endpoint was asked. */
  readonly tokenRequests: number
}

export const origin = 'http://localhost:3000'

/** A local AWS that registers the addresses of jsdom's own origin. */
const withAddresses = base.extend<{ standIn: TestStandIn }>({
  standIn: async ({ clock }, use) => {
    const parameters = { CallbackUrls: `${origin}/callback`, LogoutUrls: `${origin}/` }
    const standIn = await startStandIn({ clock, parameters })
    await use(standIn)
    await standIn.close()
    expect(standIn.faults, 'faults of the local AWS').toEqual([])
  },
})

/** `test` with a browser in local mode. */
export const test = withAddresses.extend<{ browser: RedirectingBrowser }>({
  browser: async ({ standIn }, use) => {
    const originalFetch = globalThis.fetch
    const originalOpen = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'open')!
    let tokenRequests = 0
    globalThis.fetch = (input, init) => {
      const { pathname } = new URL(new Request(input).url)
      if (pathname === '/oauth2/token') tokenRequests += 1
      // Nothing serves the app's own origin, which the domain leads on to.
      return originalFetch(input, pathname === '/logout' ? { redirect: 'manual' } : init)
    }
    const left: URL[] = []
    const address = stubLocation(left)
    installLocalMode(localConfigOf(standIn))
    const visitor = createPageVisitor()
    await use({
      visitor,
      left,
      follow: () => visitor.open(localUrl(left.at(-1)!, localConfigOf(standIn))!),
      arrive(url) {
        address.url = new URL(url, origin)
        window.history.replaceState(null, '', address.url)
        return address.url.pathname + address.url.search
      },
      get tokenRequests() {
        return tokenRequests
      },
    })
    vi.unstubAllGlobals()
    globalThis.fetch = originalFetch
    Object.defineProperty(XMLHttpRequest.prototype, 'open', originalOpen)
    window.history.replaceState(null, '', '/')
  },
})

/** Setting `href` is noted, and leads nowhere. */
function stubLocation(left: URL[]): { url: URL } {
  const address = { url: new URL(window.location.href) }
  vi.stubGlobal('location', {
    get href() {
      return address.url.href
    },
    set href(url: string) {
      left.push(new URL(url))
    },
    get origin() {
      return address.url.origin
    },
    get hostname() {
      return address.url.hostname
    },
    get pathname() {
      return address.url.pathname
    },
    get search() {
      return address.url.search
    },
  })
  return address
}

function localConfigOf({ config }: TestStandIn) {
  const { region, domain, bucket, local } = config
  if (!local) throw new Error('The local AWS says where it is')
  return { region, domain, bucket, local }
}
