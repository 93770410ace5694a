import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'rolldown'

/** The component and all that it needs, as one script for browsers. */
export async function bundleAuthenticator(): Promise<string> {
  const { output } = await build({
    input: 'tests/e2e/support/authenticator/page.tsx',
    platform: 'browser',
    resolve: { conditionNames: ['browser', 'import', 'module', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    output: { format: 'es', codeSplitting: false },
    write: false,
    logLevel: 'silent',
  })
  return output[0].code
}

/**
 * The page at an origin of its own. To one that Playwright answers for, Chromium lets no loopback through.
 *
 * @param given what the script reads as `given`.
 */
export async function serveAuthenticator(script: string, given: object) {
  const html = [
    '<!doctype html><html lang="en"><title>Authenticator</title><link rel="icon" href="data:,"><body>',
    `<script>given = ${JSON.stringify(given)}</script>`,
    '<script type="module" src="/authenticator.js"></script>',
  ].join('\n')
  const server = createServer(({ url }, response) => {
    const isScript = url === '/authenticator.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(isScript ? script : html)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
