import { html, type Html } from '../../http/html.ts'
import { pathOf } from '../endpoints.ts'
import type { ProviderContext } from '../provider.ts'
import { words } from '../wording/words.en.ts'
import { layout } from './layout.ts'

/** Sends the form by itself; without scripts there is the button. The page's CSP has its hash. */
export const formPostScript = html`document.forms[0].submit()`

// The hash is over all that stands between the tags, spaces and lines included.
// prettier-ignore
const scriptElement = html`<script>${formPostScript}</script>`

/** An answer as the fields of a form (OAuth 2.0 Form Post Response Mode, section 2). */
export function formPostPage(
  { client, provider, endpoints }: ProviderContext,
  redirectUri: string,
  fields: Readonly<Record<string, string>>,
): Html {
  const { title, text, submit } = words.formPost
  return layout({
    slug: provider.slug,
    path: pathOf(endpoints),
    title,
    body: html`<p>${text(client.name)}</p>
      <form method="post" action="${redirectUri}">
        ${Object.entries(fields).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <button>${submit}</button>
      </form>
      ${scriptElement}`,
  })
}
