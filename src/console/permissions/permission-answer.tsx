import { permissionsWords as words } from '#console-words/permissions'
import { Statement, type Place } from './statement.tsx'

export interface Answered {
  decision: keyof typeof words.decision
  principal: string
  isIssued: boolean
  principalTags: Readonly<Record<string, string>>
  policy: keyof typeof words.policy
  statement?: object
  place?: Place
}

export function PermissionAnswer({ answer }: { answer: Answered }) {
  const { decision, principal, isIssued, principalTags, policy, statement, place } = answer
  const tags = Object.entries(principalTags).map(([name, value]) => `${name}=${value}`)
  return (
    <section className="card console-item" aria-labelledby="answer">
      <h2 id="answer">{`${words.answer}: ${words.decision[decision]}`}</h2>
      <p className="console-soft">{words.asWhom(principal)}</p>
      {!isIssued && !principal.endsWith('/simulated') && (
        <p className="console-soft">{words.notIssued}</p>
      )}
      {tags.length > 0 && <p className="console-soft">{words.hasTags(tags.join(', '))}</p>}
      {statement && (
        <>
          <p>{words.policy[policy]}</p>
          <Statement statement={statement} place={place} />
        </>
      )}
    </section>
  )
}
