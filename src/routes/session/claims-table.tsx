import { exact } from '../account/parts/when.tsx'
import { sessionWords as words } from '#words/session'

type Claims = Readonly<Record<string, unknown>>

/** Each claim with what it means. */
export function ClaimsTable({ name, claims }: { name: string; claims: Claims }) {
  return (
    <table className="session-table claims">
      <caption className="visually-hidden">{words.claims(name)}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{words.claim}</th>
          <th scope="col">{words.value}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(claims).map(([claim, value]) => (
          <tr key={claim}>
            <th scope="row">
              <code>{claim}</code>
              <span className="claim-meaning">{meaningOf(claim)}</span>
            </th>
            <td>{shownValue(claim, value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const times: ReadonlySet<string> = new Set(['auth_time', 'exp', 'iat', 'nbf'])

/** Times as they read on a clock, beside the number that the token has. */
function shownValue(claim: string, value: unknown) {
  if (times.has(claim) && typeof value === 'number') {
    return (
      <>
        {exact(new Date(value * 1000))} <code className="claim-raw">{value}</code>
      </>
    )
  }
  return <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
}

function meaningOf(claim: string): string {
  const { meanings, customMeaning, otherMeaning } = words
  return (
    (Object.hasOwn(meanings, claim) ? meanings[claim] : undefined) ??
    (claim.startsWith('custom:') ? customMeaning : otherMeaning)
  )
}
