import { readToken } from './read-token.ts'

/** Values as JSON; undefined where the token does not have the claim. */
export interface ClaimChange {
  claim: string
  before: string | undefined
  after: string | undefined
}

export function changesBetween(before: string, after: string): ClaimChange[] {
  const [from, to] = [readToken(before)?.claims ?? {}, readToken(after)?.claims ?? {}]
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((claim) => {
    const change = { claim, before: jsonOf(from[claim]), after: jsonOf(to[claim]) }
    return change.before === change.after ? [] : [change]
  })
}

function jsonOf(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value)
}
