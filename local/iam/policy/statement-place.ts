import type { Statement } from './policy.ts'

/** Where a statement is written. */
export interface StatementPlace {
  /** E.g. `AuthenticatedRole.Policies[0].PolicyDocument.Statement[1]`. */
  path: string
  /** Of the template, counted from 1; of a policy that is JSON in a text, where that begins. */
  line: number
}

/** Beside the statements, whose form is that of IAM: one statement is read at one place. */
const places = new WeakMap<Statement, StatementPlace>()

export function noteStatementPlace(statement: Statement, place: StatementPlace): void {
  places.set(statement, place)
}

/** @returns undefined for one that no template has. */
export function findStatementPlace(statement: Statement): StatementPlace | undefined {
  return places.get(statement)
}
