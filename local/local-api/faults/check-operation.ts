import { LocalApiError } from '../local-api-error.ts'
import type { FaultyService } from './fault.ts'

/** What each service can be asked for, as the log names it. STS names its operation in the body. */
export type OperationNames = Readonly<Record<Exclude<FaultyService, 'sts'>, readonly string[]>>

/** Documents of an issuer, whichever it is. */
const document = /^GET \/[^/]+\/\.well-known\/[\w.-]+$/

/**
 * A fault of an operation that does not exist would never meet anything, and nobody would know why.
 *
 * @throws LocalApiError 400 that tells what is near.
 */
export function checkOperation(
  names: OperationNames,
  service: Exclude<FaultyService, 'sts'> | undefined,
  operation: string,
): void {
  const known = service === undefined ? Object.values(names).flat() : names[service]
  if (known.includes(operation)) return
  const hasDocuments = service === undefined || service.startsWith('cognito-')
  if (hasDocuments && document.test(operation)) return
  const near = nearest(known, operation)
  const elsewhere = Object.entries(names).find(([, all]) => all.includes(operation))?.[0]
  const hint =
    elsewhere === undefined ? near && `; ${near} is near` : `; ${elsewhere} has one of that name`
  const of = service === undefined ? 'any service' : service
  throw new LocalApiError(400, `There is no operation ${operation} of ${of}${hint ?? ''}.`)
}

/** By the edits from one to the other, so long as they are few; case counts for nothing. */
function nearest(known: readonly string[], typed: string): string | undefined {
  const [best] = known
    .map((name) => ({ name, edits: editsBetween(name.toLowerCase(), typed.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits)
  return best && best.edits <= Math.max(2, typed.length / 3) ? best.name : undefined
}

/** Insertions, deletions and replacements (Levenshtein). */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let index = 0; index < from.length; index += 1) {
    const next = [index + 1]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (from[index] === to[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
