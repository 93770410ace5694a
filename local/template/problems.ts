import { Fault, type Position, TemplateError, type TemplateProblem } from './template-error.ts'

/** Gathers what is wrong, so that one run tells all of it. */
export interface Problems {
  add(at: Position, message: string): void
  /** `read`'s result, or undefined when it ran into a fault, which is then on the list. */
  attempt<T>(read: () => T): T | undefined
  /** @throws TemplateError when anything is on the list. */
  throwIfAny(): void
}

export function createProblems(file: string): Problems {
  const problems: TemplateProblem[] = []
  const known = new Set<string>()

  function add({ line, column }: Position, message: string): void {
    const key = `${line}:${column} ${message}`
    if (known.has(key)) return
    known.add(key)
    problems.push({ file, line, column, message })
  }

  return {
    add,
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
      const [first, ...rest] = problems.sort((a, b) => a.line - b.line || a.column - b.column)
      if (first) throw new TemplateError([first, ...rest])
    },
  }
}
