import { html, type Html } from '../../http/html.ts'
import type { Words } from '../wording/catalogue.ts'
import { layout } from './layout.ts'
import { wayToApp } from './way-to-app.ts'

/** Where a link leads by which somebody says whether a sign-in was theirs. */
export function feedbackPage(
  words: Words,
  base: string,
  answer: 'Valid' | 'Invalid' | 'refused',
  app: string | undefined,
): Html {
  const { title, valid, invalid, badLink } = words.feedback
  if (answer === 'refused') {
    const body = html`${wayToApp(words, app)}`
    return layout({ words, base, title: words.problem, problem: { message: badLink }, body })
  }
  const text = answer === 'Valid' ? valid : invalid
  return layout({
    words,
    base,
    title,
    body: html`<p>${text}</p>
      ${wayToApp(words, app)}`,
  })
}
