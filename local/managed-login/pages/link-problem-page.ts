import type { Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import type { Words } from '../wording/catalogue.ts'
import { layout } from './layout.ts'
import { wayToApp } from './way-to-app.ts'

/** A link in an e-mail that is not, or no longer, good. */
export function linkProblemPage(
  words: Words,
  base: string,
  { message }: Problem,
  app: string | undefined,
): Html {
  const { title, linkFix } = words.confirm
  return layout({
    words,
    base,
    title,
    problem: { message },
    body: html`<p>${linkFix}</p>
      ${wayToApp(words, app)}`,
  })
}
