import { confirm } from './confirm.ts'
import { deleteStack } from '../destroy/delete-stack.ts'
import { DeployProblem } from '../problem.ts'
import { describeResource, listResources, type Stack } from '../stack.ts'
import type { Session } from '../aws/session.ts'
import { findUserPools, hasPeople, isProtected, unprotectDirectly } from './user-pool-protection.ts'

/**
 * Deletes a stack whose creation failed: AWS takes nothing else for it. A user pool that was made with
 * protection survives the roll-back; it is deleted if nobody is in it.
 *
 * @throws DeployProblem for a pool with people in it.
 */
export async function clearFailedCreation(
  session: Session,
  stack: Stack,
  isConfirmed: boolean,
): Promise<void> {
  const { terminal } = session
  terminal.say(
    `The stack is in ${stack.StackStatus}: an earlier creation failed. AWS only deletes such a stack, so that comes first.`,
  )
  const left = await listResources(session, stack.StackId)
  const pools = await findUserPools(session, left)
  for (const pool of pools) {
    if (!(await hasPeople(session, pool))) continue
    throw new DeployProblem(
      `There are people in the user pool ${pool.Id ?? ''}, which an earlier run left.`,
      'Look at them in the AWS console > Cognito. To delete them with the stack: npm run deploy -- destroy --turn-off-protection',
    )
  }
  if (left.length > 0) {
    terminal.say('Of it is left, and will be deleted unless its template retains it:')
    for (const resource of left) terminal.say(`  ${describeResource(resource)}`)
    if (!isConfirmed) await confirm(session, 'Delete it?', 'yes')
  }
  for (const pool of pools.filter(isProtected)) await unprotectDirectly(session, pool)
  await deleteStack(session, stack.StackId, left.length)
}
