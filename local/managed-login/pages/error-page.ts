import { sentUri } from '../../authorization-server/sent-uri.ts'
import { html, type Html } from '../../http/html.ts'
import { pageErrors, type PageErrorCode, type PageErrorDetails } from '../errors.ts'
import { labels, pageErrorWords } from '../wording/page-errors.en.ts'
import { layout } from './layout.ts'

export interface ErrorPage {
  code: PageErrorCode
  details: PageErrorDetails
  /** The URIs that would have been right. */
  registered?: readonly string[]
}

/** Says what is wrong, with which parameter, and how it is put right. */
export function errorPage({ code, details, registered = [] }: ErrorPage): Html {
  const { title, cause, fix } = pageErrorWords[code]
  const { parameter, sent } = details
  return layout({
    title,
    isWide: true,
    clientId: details.client_id,
    body: html`<p>${cause}</p>
      ${
        parameter !== undefined &&
        html`<div class="stack">
          <h2>${labels.parameter}</h2>
          <p><code>${parameter}</code></p>
        </div>`
      }
      ${
        sent !== undefined &&
        html`<div class="stack">
          <h2>${labels.sent}</h2>
          ${sentUri(sent, registered)}
        </div>`
      }
      ${
        registered.length > 0 &&
        html`<div class="stack">
          <h2>${labels.registered}</h2>
          <ul>
            ${registered.map((uri) => html`<li><code>${uri}</code></li>`)}
          </ul>
        </div>`
      }
      <div class="stack">
        <h2>${labels.fix}</h2>
        <p>${fix}</p>
      </div>
      <p class="soft">HTTP ${pageErrors[code].status}, <code>${code}</code></p>`,
  })
}
