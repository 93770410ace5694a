import { consoleFileNames, type ConsoleFiles } from '../../core/ports/console-files.ts'
import type { Log } from '../../core/ports/log.ts'
import { html } from '../../http/html.ts'
import { pageHeaders } from '../../http/html-response.ts'

/** By path. Nothing of what they answer is anybody's secret. */
export type OpenPages = ReadonlyMap<string, () => Response | Promise<Response>>

/**
 * `GET /_local` and what it is made of. They are the same for everybody and need no token: what the
 * page shows it fetches from the API with the token of the link that it was opened by.
 *
 * @param files undefined where nothing can build them, as in a service worker.
 */
export function createConsolePages(files: ConsoleFiles | undefined, log: Log): OpenPages {
  if (!files) return new Map([['/_local', () => answer(noPage.markup, types.html)]])
  return new Map<string, () => Response | Promise<Response>>([
    ['/_local', () => answer(page.markup, types.html)],
    ...consoleFileNames.map((name) => {
      const type = name.endsWith('.js') ? types.js : types.css
      const file = () => files(name).then((bytes) => answer(bytes, type))
      return [`/_local/${name}`, () => file().catch((error: unknown) => fail(error, type))] as const
    }),
  ])

  /** The page is there by then, and would be empty without a word. */
  function fail(error: unknown, type: string): Response {
    if (type !== types.js) return answer('', type)
    log.error('The console could not be built', error)
    const text = JSON.stringify('The console could not be built; the terminal says why.')
    return answer(`document.getElementById('root').textContent = ${text}\n`, type)
  }
}

const types = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}

const policy = [
  "default-src 'none'",
  "connect-src 'self'",
  // Mail as a mail program would show it: see mail-pages.ts.
  "frame-src 'self'",
  "img-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

function answer(content: string | Uint8Array<ArrayBuffer>, type: string): Response {
  const headers = {
    ...pageHeaders,
    'content-security-policy': policy,
    'content-type': type,
    'referrer-policy': 'no-referrer',
  }
  return new Response(content, { headers })
}

/** Its addresses are relative, so that it works below a base path too. */
const page = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>Local AWS</title>
      <link rel="icon" href="managed-login/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="_local/console.css" />
      <script type="module" src="_local/console.js"></script>
    </head>
    <body>
      <div id="root"></div>
      <noscript>
        <h1>Local AWS</h1>
        <p>
          The console needs JavaScript. Without it, the terminal has a <code>curl</code> line for
          the messages, and docs/local-api.md one for each of the rest.
        </p>
      </noscript>
    </body>
  </html> `

const noPage = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>Local AWS</title>
    </head>
    <body>
      <h1>Local AWS</h1>
      <p>This local AWS runs without its console. Its API, below /_local, is all here.</p>
    </body>
  </html> `
