import type { PasswordRule } from './password-rules.ts'
import { words } from '#words/words'

/** Ticks as one types. It describes the password field, and is no live region: it would chatter. */
export function PasswordRuleList({ id, rules }: { id: string; rules: readonly PasswordRule[] }) {
  if (rules.length === 0) return null
  return (
    <div className="rules" id={id}>
      <p className="rules-heading">{words.form.rules}</p>
      <ul>
        {rules.map(({ text, isMet }) => (
          <li key={text} className={isMet ? 'rule rule-met' : 'rule'}>
            <span className="rule-mark" aria-hidden="true" />
            {text}
            <span className="visually-hidden">
              , {isMet ? words.form.ruleMet : words.form.ruleNotMet}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
