import type { DestroyOptions } from '../arguments/arguments.ts'
import { cleanChangeSets } from '../change-set/left-change-sets.ts'
import { checkCanConfirm, confirm } from '../change-set/confirm.ts'
import { deleteBucket } from './delete-bucket.ts'
import { deleteStack } from './delete-stack.ts'
import { describeBefore, describeDestroyed } from './describe-destroyed.ts'
import { inStages } from '../go-on.ts'
import { listHoldings } from './holdings.ts'
import { planFor } from '../change-set/plan.ts'
import { refusal } from '../problem.ts'
import type { Session } from '../aws/session.ts'
import { followOther } from '../events/settle.ts'
import { emptySite } from '../site/empty-site.ts'
import { findStack, type Stack } from '../stack.ts'
import { isProtected, unprotect } from '../change-set/user-pool-protection.ts'

/**
 * Deletes the stack, but what its template retains.
 *
 * @throws DeployProblem
 */
export async function destroy(options: DestroyOptions, session: Session): Promise<void> {
  const { stackName, isConfirmed, envFile } = options
  const { terminal } = session
  checkCanConfirm(session, isConfirmed)
  await inStages(session, async (stage) => {
    const stack = await findAtRest(session, stackName)
    if (stack === undefined) {
      terminal.say(`There is no stack ${stackName} in ${session.aws.region}: nothing to delete.`)
      return
    }
    const holdings = await listHoldings(session, stack, options)
    terminal.say(describeBefore(stack, session.aws.region, holdings))
    const protectedPools = holdings.pools.filter(isProtected)
    checkMayGo(stack, options, protectedPools.length)
    if (!isConfirmed) await confirm(session, 'Delete the stack?', stackName)

    stage.goOn = 'AWS goes on without this terminal. Run the same command again to finish.'
    await cleanChangeSets(session, stack.StackId)
    if (protectedPools.length > 0) {
      terminal.say('\nTurning off the protection of the user pool:')
      await unprotect(session, stack, protectedPools)
    }
    terminal.say('\nDeleting:')
    // First, for without the stack a later run would not find it.
    for (const bucket of holdings.buckets) await deleteBucket(session, bucket)
    if (holdings.site) await emptySite(session, holdings.site)
    await deleteStack(session, stack.StackId, holdings.going.length + holdings.kept.length)
    terminal.say(describeDestroyed(holdings.kept, envFile))
  })
}

async function findAtRest(session: Session, stackName: string): Promise<Stack | undefined> {
  while (true) {
    const stack = await findStack(session, stackName)
    if (stack === undefined || planFor(stack.StackStatus) !== 'follow') return stack
    await followOther(session, stack)
  }
}

function checkMayGo(
  { EnableTerminationProtection }: Stack,
  { turnOffProtection }: DestroyOptions,
  protectedPools: number,
): void {
  if (EnableTerminationProtection === true) {
    throw refusal(
      'Termination protection is on for this stack, so AWS will not delete it.',
      'Turn it off first: AWS console > CloudFormation > the stack > Stack actions > Edit termination protection.',
    )
  }
  if (protectedPools > 0 && !turnOffProtection) {
    throw refusal(
      'The user pool is protected from deletion, so that the people in it are not deleted by mistake.',
      'To turn that off and delete them: npm run deploy -- destroy --turn-off-protection',
    )
  }
}
