import { html, type Html } from '../http/html.ts'
import { explainMismatch } from './explain-mismatch.ts'
import type { ErrorPageLabels } from './wording/page-errors.en.ts'

type MismatchWords = Pick<ErrorPageLabels, 'differs' | 'endsEarly' | 'goesOn'>

/** Marks the first character that differs from the registered URI that is the most alike. */
export function sentUri(sent: string, registered: readonly string[], words: MismatchWords): Html {
  const mismatch = explainMismatch(sent, registered)
  if (!mismatch) return html`<p><code>${sent}</code></p>`
  const { at, closest } = mismatch
  const [differing = ''] = sent.slice(at)
  const [expected = ''] = closest.slice(at)
  const hint =
    differing === ''
      ? words.endsEarly(closest.slice(at))
      : expected === ''
        ? words.goesOn
        : words.differs(expected)
  const mark = html`<mark>${differing.trim() === '' ? '␣' : differing}</mark>`
  const marked = html`${sent.slice(0, at)}${mark}${sent.slice(at + differing.length)}`
  return html`<p><code>${marked}</code></p>
    <p class="soft">${hint}</p>`
}
