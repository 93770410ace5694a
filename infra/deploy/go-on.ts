import { problemOfApi } from './aws/api-problems.ts'
import { DeployProblem, exitCodes } from './problem.ts'
import type { Session } from './aws/session.ts'

/** How far a run is, for what an interruption or a failure leaves behind. */
export interface Stage {
  /** Said when the run ends early. */
  goOn: string
  /** Takes back what would be in the way. */
  undo?: () => Promise<void>
}

/**
 * Runs `work`, and turns whatever ends it early into words: what happened, what to do, and how to go on.
 *
 * @throws DeployProblem, or an unforeseen error as it is.
 */
export async function inStages(
  { signal }: Pick<Session, 'signal'>,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const stage: Stage = { goOn: 'Nothing was changed.' }
  try {
    await work(stage)
  } catch (error) {
    if (stage.undo) await tryTo(stage.undo)
    if (signal.aborted) {
      throw new DeployProblem('Interrupted.', stage.goOn, exitCodes.interrupted)
    }
    if (error instanceof DeployProblem) throw error
    const problem = problemOfApi(error)
    if (problem === undefined) throw error
    throw new DeployProblem(problem.message, `${problem.remedy}\n${stage.goOn}`)
  }
}

/** What ended the run is what people need to read, not that tidying up failed as well. */
async function tryTo(undo: () => Promise<void>): Promise<void> {
  try {
    await undo()
  } catch {
    return
  }
}
