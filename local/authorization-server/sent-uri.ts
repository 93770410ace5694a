import { html, type Html } from '../http/html.ts'
import { explainMismatch } from './explain-mismatch.ts'

/** Of the URI that was sent, against the registered one that is the most alike. */
const words = {
  differs: (expected: string) => `The marked character should be “${expected}”.`,
  endsEarly: (rest: string) => `It ends where the registered one goes on with “${rest}”.`,
  goesOn: 'It goes on where the registered one ends.',
} as const

/** Marks the first character that differs from the registered URI that is the most alike. */
export function sentUri(sent: string, registered: readonly string[]): Html {
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
