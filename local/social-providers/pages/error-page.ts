import { sentUri } from '../../authorization-server/sent-uri.ts'
import { html, type Html } from '../../http/html.ts'
import type { ProviderContext } from '../context.ts'
import { pageErrors, type PageError } from '../errors.ts'
import { labels, pageErrorWords } from '../wording/page-errors.en.ts'
import { layout } from './layout.ts'

/** Says what is wrong, with which parameter, and how it is put right. */
export function errorPage(
  { client, provider }: ProviderContext,
  { code, details }: PageError,
): Html {
  const { title, cause, fix } = pageErrorWords[code]
  const { parameter, sent } = details
  const registered =
    code === 'redirect_uri_mismatch'
      ? client.redirectUri
      : code === 'unknown_client'
        ? client.id
        : undefined
  return layout({
    slug: provider.slug,
    title,
    body: html`<p>${cause}</p>
      ${parameter !== undefined && part(labels.parameter, html`<p><code>${parameter}</code></p>`)}
      ${
        sent !== undefined &&
        part(labels.sent, sentUri(sent, registered === undefined ? [] : [registered]))
      }
      ${registered !== undefined && part(labels.registered, html`<p><code>${registered}</code></p>`)}
      ${part(labels.fix, html`<p>${fix}</p>`)}
      <p class="soft">HTTP ${pageErrors[code]}, <code>${code}</code></p>`,
  })
}

function part(title: string, body: Html): Html {
  return html`<div class="stack">
    <h2>${title}</h2>
    ${body}
  </div>`
}
