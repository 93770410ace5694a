import { html, type Html } from '../http/html.ts'
import { sentUri } from './sent-uri.ts'
import type { ErrorPageLabels, PageErrorWords } from './wording/page-errors.en.ts'

export interface Explanation {
  words: PageErrorWords
  labels: ErrorPageLabels
  code: string
  status: number
  /** Name of the parameter at fault. */
  parameter?: string | undefined
  /** Its value: it was sent to us, and is not trusted. */
  sent?: string | undefined
  /** What would have been right. */
  registered: readonly string[]
}

/** What is wrong, with which parameter, and how it is put right: the body of an error page. */
export function explanation(of: Explanation): Html {
  const { words, labels, code, status, parameter, sent, registered } = of
  return html`<p>${words.cause}</p>
    ${parameter !== undefined && part(labels.parameter, html`<p><code>${parameter}</code></p>`)}
    ${sent !== undefined && part(labels.sent, sentUri(sent, registered, labels))}
    ${registered.length > 0 && part(labels.registered, list(registered))}
    ${part(labels.fix, html`<p>${words.fix}</p>`)}
    <p class="soft">HTTP ${status}, <code>${code}</code></p>`
}

function part(title: string, body: Html): Html {
  return html`<div class="stack">
    <h2>${title}</h2>
    ${body}
  </div>`
}

function list(items: readonly string[]): Html {
  return html`<ul>
    ${items.map((item) => html`<li><code>${item}</code></li>`)}
  </ul>`
}
