import { createSecrets, type Secrets } from './parameters/secrets.ts'
import { Fault, type Position, TemplateError, type TemplateProblem } from './template-error.ts'

/** Gathers what is wrong, so that one run tells all of it. */
export interface Problems {
  /** What no problem shows, whichever way it came into a message. */
  readonly secrets: Secrets
  add(at: Position, message: string): void
  /** How many there are. */
  count(): number
  /** `read`'s result, or undefined when it ran into a fault, which is then on the list. */
  attempt<T>(read: () => T): T | undefined
  /** @throws TemplateError when anything is on the list. */
  throwIfAny(): void
}

export function createProblems(file: string): Problems {
  const problems: TemplateProblem[] = []
  const known = new Set<string>()
  const secrets = createSecrets()

  function add({ line, column }: Position, message: string): void {
    const key = `${line}:${column} ${message}`
    if (known.has(key)) return
    known.add(key)
    problems.push({ file, line, column, message })
  }

  return {
    secrets,
    add,
    count: () => problems.length,
    attempt(read) {
      try {
        return read()
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        if (error.message !== '') add(error.at, error.message)
        return undefined
      }
    },
    throwIfAny() {
      const [first, ...rest] = problems
        .sort((a, b) => a.line - b.line || a.column - b.column)
        .map((problem) => ({ ...problem, message: secrets.redact(problem.message) }))
      if (first) throw new TemplateError([first, ...rest])
    },
  }
}
