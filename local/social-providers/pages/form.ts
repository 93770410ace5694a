import { html, type Html, type HtmlValue } from '../../http/html.ts'

/** @param action with the query that the next page reads. */
export function form(action: string, csrfToken: string, body: HtmlValue): Html {
  return html`<form method="post" action="${action}">
    <input type="hidden" name="_csrf" value="${csrfToken}" />
    ${body}
  </form>`
}

export function checkbox(id: string, name: string, label: string, isChecked: boolean): Html {
  return html`<div class="tick">
    <input type="checkbox" id="${id}" name="${name}" value="1" ${isChecked && html` checked`} />
    <label for="${id}">${label}</label>
  </div>`
}

export function radio(
  id: string,
  name: string,
  value: string,
  label: string,
  isChecked: boolean,
): Html {
  return html`<div class="tick">
    <input type="radio" id="${id}" name="${name}" value="${value}" ${isChecked && html` checked`} />
    <label for="${id}">${label}</label>
  </div>`
}
