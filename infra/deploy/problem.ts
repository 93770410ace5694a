import { interruptedExitCode } from '../terminal/interrupt.ts'

/** @see usage.ts, which says them to people. */
export const exitCodes = {
  done: 0,
  failed: 1,
  refused: 2,
  notConfirmed: 3,
  interrupted: interruptedExitCode,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What went wrong and what to do about it, in words for whoever ran the command. */
export class DeployProblem extends Error {
  override readonly name = 'DeployProblem'
  readonly remedy: string
  readonly exitCode: ExitCode

  constructor(what: string, remedy: string, exitCode: ExitCode = exitCodes.failed) {
    super(what)
    this.remedy = remedy
    this.exitCode = exitCode
  }
}

/** Nothing was asked of AWS yet: the command line, a file or the surroundings are not right. */
export function refusal(what: string, remedy: string): DeployProblem {
  return new DeployProblem(what, remedy, exitCodes.refused)
}

/** How a failure is known, and what to do about it. */
export interface FailureCause {
  /** Any type where there is none. */
  type?: string
  /** CloudFormation gives no code for most failures: their words have to do. */
  says: RegExp
  remedy: string
}
