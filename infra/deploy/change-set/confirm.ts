import { DeployProblem, exitCodes, refusal } from '../problem.ts'
import type { Session } from '../aws/session.ts'

/** @throws DeployProblem before anything is done, where nobody could be asked later. */
export function checkCanConfirm(
  { terminal }: Pick<Session, 'terminal'>,
  isConfirmed: boolean,
): void {
  if (isConfirmed || terminal.isInteractive) return
  throw refusal(
    'This is no terminal, so nobody can be asked whether to go on.',
    'Give --yes to go on without being asked, as in CI.',
  )
}

/**
 * @param word to be typed out.
 * @throws DeployProblem when it was not.
 */
export async function confirm(
  { terminal }: Pick<Session, 'terminal'>,
  question: string,
  word: string,
): Promise<void> {
  const answer = await terminal.ask(`\n${question} Type ${word} to go on: `)
  if (answer.toLowerCase() === word.toLowerCase()) return
  throw new DeployProblem('Not confirmed.', 'Nothing was changed.', exitCodes.notConfirmed)
}
