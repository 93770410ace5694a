import { permissionsWords as words } from '#console-words/permissions'
import { Statement, type Place } from './statement.tsx'

type Placed = Readonly<Record<string, unknown>> & { place?: Place }

export interface Role {
  name: string
  arn: string
  policies: Placed[][]
  trust: Placed[]
}

export function RoleItem({ role: { name, arn, policies, trust } }: { role: Role }) {
  return (
    <li className="card console-item">
      <h3>{name}</h3>
      <p className="console-soft">{arn}</p>
      <Statements title={words.permits} statements={policies.flat()} />
      <Statements title={words.trust} statements={trust} />
    </li>
  )
}

function Statements({ title, statements }: { title: string; statements: Placed[] }) {
  if (statements.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      {statements.map(({ place, ...statement }, index) => (
        <Statement key={place?.path ?? index} statement={statement} place={place} />
      ))}
    </details>
  )
}
