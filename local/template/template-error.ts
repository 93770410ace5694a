/** Where something stands in the template; both counted from 1. */
export interface Position {
  line: number
  column: number
}

export interface TemplateProblem extends Position {
  file: string
  /** What is wrong, and what to do when that is not plain. */
  message: string
}

/** What is wrong with a template: every problem that was found, in the order of the file. */
export class TemplateError extends Error {
  readonly problems: readonly TemplateProblem[]
  readonly file: string
  readonly line: number
  readonly column: number

  constructor(problems: readonly [TemplateProblem, ...TemplateProblem[]]) {
    super(
      problems
        .map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
        .join('\n'),
    )
    this.name = 'TemplateError'
    this.problems = problems
    this.file = problems[0].file
    this.line = problems[0].line
    this.column = problems[0].column
  }
}

/**
 * One problem on its way to the list: thrown where it is found, caught where reading can go on.
 * Without a message it only follows from another, which is on the list already.
 */
export class Fault extends Error {
  readonly at: Position

  constructor(at: Position, message: string) {
    super(message)
    this.name = 'Fault'
    this.at = at
  }
}
