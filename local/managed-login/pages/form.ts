import { html, type Html, type HtmlValue } from '../../http/html.ts'
import type { Words } from '../wording/catalogue.ts'
import { layout, type Page } from './layout.ts'

/** What every form of managed login has. */
export interface FormFrame {
  words: Words
  /** What every link is below; empty at the root of the origin. */
  base: string
  /** Of the request for authorization, with its `?`; the form posts to the same page. */
  search: string
  clientId: string
  csrfToken: string
  /** Whose sign-in the form goes on with. Two tabs share what one page hands to the next. */
  username?: string
}

/** A page with a form of managed login. */
export function formPage(
  { words, base, clientId }: FormFrame,
  page: Pick<Page, 'title' | 'problem' | 'body'>,
): Html {
  return layout({ words, base, clientId, ...page })
}

export function form(path: string, frame: FormFrame, body: HtmlValue): Html {
  return html`<form method="post" action="${frame.base}${path}${frame.search}">
    <input type="hidden" name="_csrf" value="${frame.csrfToken}" />
    ${
      frame.username !== undefined &&
      html`<input name="username" value="${frame.username}" autocomplete="username" hidden />`
    }
    ${body}
  </form>`
}

export function notice(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p class="notice" role="status">${text}</p>`
}
