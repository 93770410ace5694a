import { interruptedExitCode } from '../terminal/interrupt.ts'

/** @see usage.ts, which says them to people. */
export const exitCodes = {
  well: 0,
  wrong: 1,
  refused: 2,
  interrupted: interruptedExitCode,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Nothing was checked: the command line, a file or the surroundings are not right. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly remedy: string

  constructor(what: string, remedy: string) {
    super(what)
    this.remedy = remedy
  }
}
