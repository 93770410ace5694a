import { html } from '../../http/html.ts'
import { pageHeaders } from '../../http/html-response.ts'
import { inboxScript } from './inbox-script.ts'
import { inboxStyle } from './inbox-style.ts'

/**
 * `GET /_local` and what it is made of. They are the same for everybody and need no token: what the
 * page shows it fetches from the API with the token of the link that it was opened by.
 */
export const inboxPages: Readonly<Record<string, () => Response>> = {
  '/_local': () => answer(page.markup, 'text/html; charset=utf-8'),
  '/_local/inbox.js': () => answer(inboxScript, 'text/javascript; charset=utf-8'),
  '/_local/inbox.css': () => answer(inboxStyle, 'text/css; charset=utf-8'),
}

const policy = [
  "default-src 'none'",
  "connect-src 'self'",
  "img-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

function answer(text: string, type: string): Response {
  const headers = {
    ...pageHeaders,
    'content-security-policy': policy,
    'content-type': type,
    'referrer-policy': 'no-referrer',
  }
  return new Response(text, { headers })
}

/** Its addresses are relative, so that it works below a base path too. */
const page = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>Inbox – Local AWS</title>
      <link rel="icon" href="managed-login/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="_local/inbox.css" />
      <script type="module" src="_local/inbox.js"></script>
    </head>
    <body>
      <header>
        <p class="brand">Local AWS</p>
        <p id="state" role="status"></p>
      </header>
      <main>
        <h1>Inbox</h1>
        <p class="soft">
          Mail and text messages that AWS would have sent. Nothing leaves this computer.
        </p>
        <noscript
          ><p class="box">
            This page reads the messages by script. Without one, the terminal has a
            <code>curl</code> line for them.
          </p></noscript
        >
        <section id="locked" class="box" hidden>
          <h2>Whose inbox is this?</h2>
          <p>
            Other pages in this browser could ask for it, so it opens with the token of this run.
            Open it by <strong>Local AWS</strong> at the top of the app, or by the link in the
            terminal; then it stays open in this browser.
          </p>
          <form id="unlock">
            <label for="token">Or paste the token</label>
            <div class="row">
              <input id="token" autocomplete="off" spellcheck="false" required /><button>
                Open
              </button>
            </div>
            <p id="refused" class="fault" role="alert"></p>
          </form>
        </section>
        <section id="inbox" hidden>
          <label for="to">Messages to</label>
          <select id="to">
            <option value="">everybody</option>
          </select>
          <p id="empty" class="soft">
            No messages yet. Create an account, or ask for a new password: the code appears here at
            once.
          </p>
          <ol id="messages"></ol>
        </section>
      </main>
      <p id="said" class="hidden" role="status"></p>
    </body>
  </html> `
