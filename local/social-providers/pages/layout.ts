import { problemSummary, type Problem } from '../../authorization-server/field.ts'
import { html, type Html, type HtmlValue } from '../../http/html.ts'
import type { Slug } from '../registration.ts'
import { markOf } from '../theme.ts'
import { providerWords } from '../wording/providers.en.ts'
import { words } from '../wording/words.en.ts'

export interface Page {
  slug: Slug
  /** What its pages are below. */
  path: string
  title: string
  body: HtmlValue
  problem?: Problem | undefined
  /** Without the way to the page that it is itself. */
  isAccount?: boolean
}

/** A whole document of one provider. It says whose stand-in it is before anything else. */
export function layout({ slug, path, title, body, problem, isAccount = false }: Page): Html {
  const { name } = providerWords[slug]
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${problem && 'Error: '}${title} – ${words.local(name)}</title>
        <link rel="stylesheet" href="${path}/style.css" />
        <link rel="icon" href="${path}/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <header>
          <div class="brand">${markOf(slug)}<span>${words.local(name)}</span></div>
          <p class="stand-in">${words.standIn(name)}</p>
        </header>
        <main>
          <h1>${title}</h1>
          ${problem && problemSummary(problem, words.problem)} ${body}
        </main>
        <footer>${!isAccount && html`<a href="${path}">${words.account.link}</a>`}</footer>
      </body>
    </html> `
}
