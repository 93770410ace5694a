import type { Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import { words } from '../wording/words.en.ts'
import { layout } from './layout.ts'

/** A link in an e-mail that is not, or no longer, good. */
export function linkProblemPage({ message }: Problem): Html {
  const { title, linkFix } = words.confirm
  return layout({ title, problem: { message }, body: html`<p>${linkFix}</p>` })
}
