import { html, type Html } from '../../http/html.ts'
import { words } from '../wording/words.en.ts'
import { form } from './form.ts'

/** A developer's way to every error that a provider can answer with. */
export function failForm(action: string, csrfToken: string): Html {
  const { summary, hint, intents } = words.fail
  return html`<details class="developers">
    <summary>${summary}</summary>
    ${form(
      action,
      csrfToken,
      html`<p class="soft">${hint}</p>
        ${Object.entries(intents).map(
          ([intent, label]) =>
            html`<button class="quiet" name="intent" value="${intent}">${label}</button>`,
        )}`,
    )}
  </details>`
}
