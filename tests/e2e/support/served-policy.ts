import type { Page } from '@playwright/test'
import { securityHeaders, type CspEndpoints } from '../../../infra/build/security-headers.ts'
import { appUrl } from './stack.ts'

/**
 * Has the app's pages come with the headers for another configuration than the preview serves: in
 * every tab of the context, and in this page where a redirect leads to one, too.
 */
export async function servePolicyOf(page: Page, config: () => CspEndpoints): Promise<void> {
  const context = page.context()
  // Served this way a page comes from nowhere, and would have to ask people for this machine's ports.
  await context.grantPermissions(['local-network-access'], { origin: appUrl })
  await context.route(isPage, async (route) => {
    const response = await route.fetch()
    const headers = withPolicy(Object.entries(response.headers()), config())
    await route.fulfill({ response, headers: Object.fromEntries(headers) })
  })
  await serveAfterRedirects(page, config)
}

function isPage(url: URL): boolean {
  return url.origin === appUrl && !/\.\w+$/.test(url.pathname)
}

/** By Chromium's own protocol, for Playwright's routes see no page that a redirect leads to. */
async function serveAfterRedirects(page: Page, config: () => CspEndpoints): Promise<void> {
  const session = await page.context().newCDPSession(page)

  async function answer(requestId: string, responseCode = 200, given: Header[] = []) {
    const { body } = await session.send('Fetch.getResponseBody', { requestId })
    const headers = given.map(({ name, value }): Entry => [name.toLowerCase(), value])
    const responseHeaders = withPolicy(headers, config()).map(([name, value]) => ({ name, value }))
    await session.send('Fetch.fulfillRequest', { requestId, responseCode, responseHeaders, body })
  }

  session.on('Fetch.requestPaused', ({ requestId, responseStatusCode, responseHeaders }) => {
    // It fails where the page has gone on meanwhile.
    answer(requestId, responseStatusCode, responseHeaders).catch(() => undefined)
  })
  await session.send('Fetch.enable', {
    patterns: [{ urlPattern: `${appUrl}/*`, resourceType: 'Document', requestStage: 'Response' }],
  })
}

interface Header {
  name: string
  value: string
}

type Entry = [name: string, value: string]

/** @param headers Names in lower case. */
function withPolicy(headers: Entry[], config: CspEndpoints): Entry[] {
  const ours = Object.entries(securityHeaders(config)).map(([name, value]): Entry => [
    name.toLowerCase(),
    value,
  ])
  return [...new Map([...headers, ...ours])]
}
